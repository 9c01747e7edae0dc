package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not grow: the questions that a run asks of Spark, and what they move. */
@SparkTest
class SparkJobsTest {
  /** The questions of a run. */
  private static final class Asked extends SparkListener {
    private final Map<String, Integer> jobs = new TreeMap<>();
    private int queries;
    private long shuffled;

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
      jobs.merge(job.properties().getProperty("spark.job.description", "no name"), 1, Integer::sum);
    }

    @Override
    public synchronized void onOtherEvent(SparkListenerEvent event) {
      queries += event instanceof SparkListenerSQLExecutionStart ? 1 : 0;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
      shuffled += task.taskMetrics().shuffleWriteMetrics().bytesWritten();
    }

    /** Without the passes of the factorization. */
    int allJobs() {
      return jobs.entrySet().stream()
          .filter(stage -> !stage.getKey().equals("fit topics"))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  @Test
  void theNumberOfJobsDoesNotDependOnTheNumberOfArticles(SparkSession spark, @TempDir Path folder) {
    Asked few = asked(spark, folder.resolve("few"), 10);
    Asked many = asked(spark, folder.resolve("many"), 60);
    assertThat(many.jobs.keySet()).isEqualTo(few.jobs.keySet());
    // Adaptive execution may take one job more or less, whatever the size.
    assertThat(few.jobs)
        .allSatisfy(
            (name, jobs) -> assertThat(many.jobs.get(name)).as(name).isBetween(jobs - 2, jobs + 2));
    assertThat(few.jobs.keySet())
        .as("every job has the name of its stage")
        .allSatisfy(
            name ->
                assertThat(name)
                    .matches(
                        "read articles|find duplicates|cut boilerplate|find stories|analyse text|find names|find phrases|count terms|weigh terms|choose topics|fit topics|describe topics|save model|audit|write tables|write tables: \\w+"));
    assertThat(few.jobs.get("read articles")).as("one pass over the input").isEqualTo(1);
    assertThat(few.jobs.get("weigh terms")).isLessThanOrEqualTo(2);
    assertThat(few.jobs.get("audit")).isEqualTo(1);
    assertThat(many.allJobs()).as("%s", many.jobs).isLessThanOrEqualTo(66);
    assertThat(many.queries).isBetween(few.queries - 2, few.queries + 2).isLessThanOrEqualTo(60);
  }

  private static Asked asked(SparkSession spark, Path folder, int articles) {
    var corpus = new Corpus(folder.resolve("input"));
    IntStream.range(0, articles)
        .forEach(
            i ->
                corpus.article(
                    i + ".txt",
                    "Title " + i,
                    "2022010" + (1 + i % 9),
                    "https://a.example/" + i,
                    i % 2 == 0
                        ? "rain river bridge levee " + "flood ".repeat(i)
                        : "bank share lender rate " + "loan ".repeat(i)));
    var asked = new Asked();
    spark.sparkContext().addSparkListener(asked);
    Jobs.run(Jobs.config(folder.resolve("input"), folder.resolve("output"), Option.TOPICS, 1));
    spark.sparkContext().removeSparkListener(asked);
    return asked;
  }
}
