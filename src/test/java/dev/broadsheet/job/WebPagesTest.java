package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.runs.Check;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles as a crawler brings them. */
@SparkTest
class WebPagesTest {
  private static final String PAGE =
      """
      <div><nav><a href="/">Home</a></nav><p>The river rose over levee number %d&nbsp;in Orlin.</p>\
      <p>Sign up for the Valley newsletter today &amp;amp; read more.</p></div>""";
  private static final String WALL =
      "Our readers in your region cannot open this page for reasons.";

  @TempDir Path folder;

  @Test
  void pagesAreReadAsTheyAreMeantAndChecksSayWhatWasWrong(SparkSession spark) {
    var corpus = new Corpus(folder.resolve("input"));
    for (int i = 0; i < 12; i++) {
      article(corpus, "page", i, "Flood %d | The Valley".formatted(10 + i), PAGE.formatted(i));
    }
    for (int i = 0; i < 6; i++) {
      article(corpus, "wall", i, "Walled levee " + i, WALL);
    }
    article(corpus, "lost", 1, "Lost", "The cafÃ© in Orlin closed its doors.");
    article(corpus, "lost", 2, "Mixed", "The cafÃ© in Orlin is a café.");
    RunResult run =
        Jobs.run(
            Jobs.config(
                folder.resolve("input"),
                folder.resolve("output"),
                Option.TOPICS,
                1,
                Option.MAX_DF,
                1));
    Dataset<Row> articles = spark.read().parquet(run.path() + "/articles");
    assertThat(
            articles
                .orderBy("title")
                .selectExpr("concat_ws(' ', title, words, own_words, defects)")
                .as(Encoders.STRING())
                .collectAsList())
        .contains(
            "Flood 13 | The Valley 19 9 markup",
            "Walled levee 3 11 0",
            "Lost 7 7 encoding",
            "Mixed 7 7 lost_encoding");
    assertThat(articles.where("duplicate_of is not null").count()).isZero();
    assertThat(terms(spark, run))
        .anyMatch(term -> term.contains("levee"))
        .noneMatch(term -> term.contains("newsletter") || term.contains("Valley"));
    assertThat(
            spark
                .read()
                .parquet(run.path() + "/topic_articles")
                .where("title = 'Flood 13 | The Valley'")
                .select("snippet")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("The river rose over levee number 3 in Orlin.");
    Map<String, Check> checks =
        run.manifest().checks().stream()
            .collect(Collectors.toMap(Check::check, Function.identity()));
    assertThat(checks.get("without_own_text").value()).isEqualTo(0.3);
    assertThat(checks.get("without_own_text").detail())
        .isEqualTo(
            "part of the original articles whose text is one that the source has under many titles, such as Walled levee 0");
    assertThat(checks.get("lost_encodings").value()).isEqualTo(0.05);
    assertThat(checks.get("lost_encodings").detail())
        .isEqualTo(
            "part of the articles in which an encoding was lost and not mended, 1 of them; in 1 others it was");
  }

  private static void article(Corpus corpus, String source, int i, String title, String body) {
    corpus.article(
        source + i + ".txt",
        title,
        "2022010" + (1 + i % 9),
        "https://%s.example/%d".formatted(source, i),
        body);
  }

  private static List<String> terms(SparkSession spark, RunResult run) {
    return spark
        .read()
        .parquet(run.path() + "/terms")
        .select("term")
        .as(Encoders.STRING())
        .collectAsList();
  }
}
