package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.RunResult.Outcome;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a run whose tables are damaged between the writing and the audit. */
@SparkTest
class DamagedRunTest {
  @TempDir Path folder;

  @Test
  void aRunWithAFileThatBreaksOffIsKeptAndNotPublished(SparkSession spark) {
    new Corpus(folder.resolve("input"))
        .article("0.txt", "Flood", "20220101", "", "The river rose in Orlin over the bridge.")
        .article("1.txt", "Flood", "20220102", "", "The river fell in Orlin under the bridge.");
    Path output = folder.resolve("output");
    var vandal =
        new Jobs.Heard() {
          @Override
          public void ended(String stage, double seconds, String detail) {
            if (stage.equals("write tables")) {
              WrittenTables.truncate(
                  WrittenTables.files(output.resolve("runs/damaged/term_days")).get(0));
            }
          }
        };
    RunResult run =
        Jobs.run(
            Jobs.config(
                folder.resolve("input"), output, Option.TOPICS, 1, Option.RUN_ID, "damaged"),
            vandal);
    assertThat(run.outcome()).isEqualTo(Outcome.FAILED_AUDIT);
    assertThat(run.manifest().checks())
        .filteredOn(Check::forbidsPublication)
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.check()).isEqualTo("values_present");
              assertThat(check.value()).isEqualTo(1);
              assertThat(check.detail())
                  .startsWith("files that cannot be read: term_days part-00000-")
                  .contains("is not a Parquet file")
                  .doesNotContain("\n");
            });
    assertThat(output.resolve("CURRENT")).doesNotExist();
    assertThat(output.resolve("runs/damaged/manifest.json"))
        .content()
        .contains("\"status\" : \"failed-audit\"");
    assertThat(run.manifest().status()).isEqualTo(Manifest.Status.FAILED_AUDIT);
  }

  @Test
  void aTopicWithAllArticlesAndTinyOnesAreWarnedAbout(SparkSession spark) {
    String[] subjects = {
      "flood river levee bridge",
      "bank lender dividend share",
      "goal coach league striker",
      "senate ballot treaty envoy"
    };
    var corpus = new Corpus(folder.resolve("input"));
    for (int i = 0; i < 24; i++) {
      corpus.article(i + ".txt", "Report " + i, "20220101", "", subjects[i % 4] + " " + i);
    }
    Path output = folder.resolve("output");
    var vandal =
        new Jobs.Heard() {
          @Override
          public void ended(String stage, double seconds, String detail) {
            if (stage.equals("write tables")) {
              WrittenTables.damage(
                  spark,
                  output.resolve("runs/damaged/topics"),
                  "select * except (articles, relative_size), if(topic_id = 1, 24L, 0L) articles, if(topic_id = 1, 4D, 0D) relative_size from t");
            }
          }
        };
    RunResult run =
        Jobs.run(
            Jobs.config(
                folder.resolve("input"), output, Option.TOPICS, 4, Option.RUN_ID, "damaged"),
            vandal);
    assertThat(run.outcome()).as("with warnings").isEqualTo(Outcome.PUBLISHED);
    assertThat(run.manifest().checks())
        .filteredOn(check -> !check.passed())
        .extracting(Check::check, Check::value, Check::limit, Check::detail)
        .containsExactly(
            tuple(
                "largest_topic",
                1.0,
                0.5,
                "part of the articles with a topic that the largest has; 40 % may be, or twice an equal share"),
            tuple(
                "tiny_topics",
                3.0,
                1.0,
                "topics under 5 % of an equal share of the articles, of 4; less than a third may be"));
  }
}
