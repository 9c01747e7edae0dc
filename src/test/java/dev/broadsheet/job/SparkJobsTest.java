package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.config.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private final Map<String, Long> shuffled = new TreeMap<>();
    private final Map<Integer, String> stages = new HashMap<>();
    private final List<String> queries = new ArrayList<>();
    private long read;

    @Override
    public synchronized void onJobStart(SparkListenerJobStart job) {
      String name = job.properties().getProperty("spark.job.description", "no name");
      jobs.merge(name, 1, Integer::sum);
      job.stageInfos().foreach(stage -> stages.putIfAbsent(stage.stageId(), name));
    }

    @Override
    public synchronized void onOtherEvent(SparkListenerEvent event) {
      if (event instanceof SparkListenerSQLExecutionStart query) {
        queries.add(
            query
                .details()
                .lines()
                .filter(line -> line.contains("broadsheet"))
                .findFirst()
                .orElse(query.description()));
      }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
      shuffled.merge(
          stages.get(task.stageId()),
          task.taskMetrics().shuffleWriteMetrics().bytesWritten(),
          Long::sum);
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
    Asked many = asked(spark, folder.resolve("many"), 1_000);
    assertThat(many.jobs.keySet()).isEqualTo(few.jobs.keySet());
    // A job more or less depends on what is found, such as sentences that a source repeats.
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
    assertThat(many.allJobs()).as("%s", many.jobs).isLessThanOrEqualTo(45);
    assertThat(many.queries)
        .hasSizeBetween(few.queries.size() - 2, few.queries.size() + 2)
        .hasSizeLessThanOrEqualTo(27);
    for (Asked run : List.of(many, asked(spark, folder.resolve("more"), 3_000))) {
      assertThat(run.shuffled.values().stream().mapToLong(Long::longValue).sum())
          .as("bytes shuffled of %,d read: %s", run.read, run.shuffled)
          .isLessThanOrEqualTo(3 * run.read / 2);
      assertThat(run.shuffled.get("find duplicates"))
          .as("bodies are shuffled once, and compressed")
          .isLessThanOrEqualTo(run.read);
    }
  }

  private static Asked asked(SparkSession spark, Path folder, int articles) {
    Path input = folder.resolve("input");
    new PlantedCorpus(8, 9_000, articles, 11).write(spark, input.toString(), "jsonl");
    var asked = new Asked();
    asked.read = bytes(input);
    spark.sparkContext().addSparkListener(asked);
    Jobs.run(Jobs.config(input, folder.resolve("output"), Option.TOPICS, 1));
    spark.sparkContext().removeSparkListener(asked);
    return asked;
  }

  private static long bytes(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .mapToLong(file -> file.toFile().length())
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
