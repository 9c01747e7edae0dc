package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not grow: the number of Spark jobs of each stage. */
@SparkTest
class SparkJobsTest {
  @Test
  void theNumberOfJobsDoesNotDependOnTheNumberOfArticles(SparkSession spark, @TempDir Path folder) {
    Map<String, Integer> few = jobs(spark, folder.resolve("few"), 10);
    Map<String, Integer> many = jobs(spark, folder.resolve("many"), 60);
    assertThat(many.keySet()).isEqualTo(few.keySet());
    // Adaptive execution may take one job more or less, whatever the size.
    assertThat(few)
        .allSatisfy(
            (name, jobs) -> assertThat(many.get(name)).as(name).isBetween(jobs - 2, jobs + 2));
    assertThat(few.keySet())
        .as("every job has the name of its stage")
        .allSatisfy(
            name ->
                assertThat(name)
                    .matches(
                        "read articles|find duplicates|cut boilerplate|find stories|analyse text|find names|find phrases|count terms|weigh terms|choose topics|fit topics|describe topics|save model|audit|write tables: \\w+"));
    assertThat(few.get("read articles")).as("one pass over the input").isEqualTo(1);
    assertThat(few.get("weigh terms")).isLessThanOrEqualTo(2);
  }

  private static Map<String, Integer> jobs(SparkSession spark, Path folder, int articles) {
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
    var counted = new TreeMap<String, Integer>();
    var listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            String name = job.properties().getProperty("spark.job.description", "no name");
            synchronized (counted) {
              counted.merge(name, 1, Integer::sum);
            }
          }
        };
    spark.sparkContext().addSparkListener(listener);
    Jobs.run(Jobs.config(folder.resolve("input"), folder.resolve("output"), Option.TOPICS, 1));
    spark.sparkContext().removeSparkListener(listener);
    return counted;
  }
}
