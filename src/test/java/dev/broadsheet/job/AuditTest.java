package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.RunResult.Outcome;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The audit reads what was written: here, each table is damaged between the writing and the audit.
 */
@SparkTest
class AuditTest {
  /** Table by table, what stands there instead. */
  private static final Map<String, String> DAMAGE = new LinkedHashMap<>();

  static {
    DAMAGE.put("articles", "select * from t union all (select * from t limit 1)");
    DAMAGE.put("terms", "select if(term = 'river', null, term) term, * except (term) from t");
    DAMAGE.put("article_terms", "select * from t where rank <> 1");
    DAMAGE.put("article_topics", "select * except (weight), weight * 0.9 weight from t");
    DAMAGE.put("topics", "select * except (articles), articles + 2 articles from t");
    DAMAGE.put("topic_terms", "select * from t where topic_id <> 1");
    DAMAGE.put("topic_days", "select * from t where day <> date'2022-01-02'");
    DAMAGE.put("names", "select * from t where name <> 'Orlin'");
    DAMAGE.put("topic_sources", "select * except (articles), articles + 1 articles from t");
    DAMAGE.put("similar_articles", "select * except (other_id), article_id other_id from t");
    DAMAGE.put("stories", "select * from t union all select 'x', 'X', 2L, 1L, null, null, null");
    DAMAGE.put("days", "select * except (rejected), rejected + 1 rejected from t");
  }

  @TempDir Path folder;

  @Test
  void everyDamageIsFoundAndTheRunIsKeptAndNotPublished(SparkSession spark) {
    Path output = folder.resolve("output");
    var corpus = new Corpus(folder.resolve("input"));
    for (int i = 0; i < 4; i++) {
      corpus.article(
          i + ".txt",
          "Flood",
          "2022010" + (1 + i),
          "",
          "The river rose in Orlin over bridge " + i + " today.");
    }
    var vandal =
        new Jobs.Heard() {
          @Override
          public void ended(String stage, double seconds, String detail) {
            if (stage.equals("write tables")) {
              DAMAGE.forEach((table, sql) -> damage(spark, output, table, sql));
            }
          }
        };
    RunResult run =
        Jobs.run(
            Jobs.config(
                folder.resolve("input"), output, Option.TOPICS, 1, Option.RUN_ID, "damaged"),
            vandal);
    assertThat(run.outcome()).isEqualTo(Outcome.FAILED_AUDIT);
    assertThat(
            run.manifest().checks().stream()
                .filter(Check::forbidsPublication)
                .map(Check::check)
                .toList())
        .containsExactlyInAnyOrder(
            "values_present",
            "rows_unique",
            "ranks_dense",
            "records_accounted_for",
            "weights_add_up",
            "topics_have_terms",
            "topics_agree",
            "sources_agree",
            "similar_are_others",
            "days_continuous",
            "names_agree",
            "days_agree",
            "stories_agree");
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
              damage(
                  spark,
                  output,
                  "topics",
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

  private static void damage(SparkSession spark, Path output, String table, String sql) {
    String path = output.resolve("runs/damaged").resolve(table).toString();
    Dataset<Row> before = spark.read().parquet(path);
    List<Row> rows = before.collectAsList();
    spark.createDataFrame(rows, before.schema()).createOrReplaceTempView("t");
    spark
        .sql(sql)
        .select(before.columns()[0], tail(before.columns()))
        .coalesce(1)
        .write()
        .mode("overwrite")
        .parquet(path);
  }

  private static String[] tail(String[] columns) {
    return java.util.Arrays.copyOfRange(columns, 1, columns.length);
  }
}
