package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class DuplicatesTest {
  @TempDir Path folder;

  /** By title: title, article_id, duplicate_of and stub. */
  private Map<String, Row> mark(SparkSession spark) {
    InputFiles input =
        InputFiles.list(
            List.of(folder.toString()),
            Optional.empty(),
            spark.sparkContext().hadoopConfiguration());
    Map<String, Row> found = new HashMap<>();
    Duplicates.mark(ArticleId.assign(ArticleReader.read(spark, input, 1 << 20)))
        .select("title", "article_id", "duplicate_of", "stub")
        .collectAsList()
        .forEach(row -> found.put(row.getString(0), row));
    return found;
  }

  private static String id(Map<String, Row> rows, String title) {
    return rows.get(title).getString(1);
  }

  private static String original(Map<String, Row> rows, String title) {
    return rows.get(title).getString(2);
  }

  @Test
  void anIdIsTheStartOfTheHashOfTheCanonicalUrl(SparkSession spark) {
    new Corpus(folder)
        .article("a.txt", "A", "20220105", "https://A.example/1?utm_source=x#top", "One body.")
        .article("b.txt", "B", "20220105", "", "Another body.");
    Map<String, Row> rows = mark(spark);
    // printf 'https://a.example/1' | sha256sum
    assertThat(id(rows, "A")).isEqualTo("d817b80f9a5befb9");
    // printf 'B\\n2022-01-05\\nAnother body.' | sha256sum
    assertThat(id(rows, "B")).isEqualTo("c3b47a3e1ea8248b");
  }

  @Test
  void ofOneUrlTheLatestThenTheLongestThenTheSmallestWins(SparkSession spark) {
    String url = "https://a.example/1";
    new Corpus(folder)
        .article("1.txt", "early", "20220101", url, "A very long body that is early.")
        .article("2.txt", "short", "20220102", url, "Short.")
        .article("3.txt", "long b", "20220102", url, "Longer body.")
        .article("4.txt", "long a", "20220102", url, "Longer body.")
        .article("5.txt", "undated", "", url, "An even longer body that has no date at all.");
    Map<String, Row> rows = mark(spark);
    assertThat(original(rows, "long a")).isNull();
    assertThat(List.of("early", "short", "long b", "undated"))
        .allSatisfy(title -> assertThat(original(rows, title)).isEqualTo(id(rows, "long a")));
    assertThat(rows.values().stream().map(row -> row.getString(1))).doesNotHaveDuplicates();
  }

  @Test
  void ofOneUrlWrittenInTwoWaysTheSmallerIsKeptWhereverItStands(SparkSession spark) {
    for (String first : List.of("", "?utm_source=x")) {
      String second = first.isEmpty() ? "?utm_source=x" : "";
      new Corpus(folder)
          .article("1.txt", "Rain", "20220102", "https://a.example/1" + first, "Rain fell.")
          .article("2.txt", "Rain", "20220102", "https://a.example/1" + second, "Rain fell.");
      InputFiles input =
          InputFiles.list(
              List.of(folder.toString()),
              Optional.empty(),
              spark.sparkContext().hadoopConfiguration());
      assertThat(
              ArticleId.assign(ArticleReader.read(spark, input, 1 << 20))
                  .where("version_of is null")
                  .head()
                  .<String>getAs("url"))
          .isEqualTo("https://a.example/1");
    }
  }

  private static final String RAIN = "Rain fell on all of us for nine days and as many nights.";

  @Test
  void equalBodiesAreDuplicatesOfTheFirstPublished(SparkSession spark) {
    new Corpus(folder)
        .article("1.txt", "reprint", "20220103", "https://b.example/1", RAIN.toUpperCase() + "!")
        .article("2.txt", "first", "20220102", "https://c.example/1", RAIN)
        .article("3.txt", "undated", "", "https://d.example/1", RAIN.replace(" ", "\n"))
        .article("4.txt", "other", "20220101", "https://e.example/1", RAIN + " And on them.")
        .article("5.txt", "dots", "20220101", "https://e.example/2", "...")
        .article("6.txt", "dashes", "20220101", "https://e.example/3", "---");
    Map<String, Row> rows = mark(spark);
    assertThat(original(rows, "reprint")).isEqualTo(id(rows, "first"));
    assertThat(original(rows, "undated")).isEqualTo(id(rows, "first"));
    assertThat(original(rows, "first")).isNull();
    assertThat(original(rows, "other")).isNull();
    assertThat(original(rows, "dots")).isNull();
    assertThat(original(rows, "dashes")).isNull();
  }

  @Test
  void equalBodiesThatSayNothingAreDuplicatesOnlyUnderOneTitle(SparkSession spark) {
    var corpus = new Corpus(folder);
    corpus
        .article("1.txt", "Flood", "20220102", "https://a.example/1", "Watch the video.")
        .article("2.txt", "FLOOD!", "20220103", "https://b.example/2", "Watch the video.")
        .article("3.txt", "Cup final", "20220102", "https://a.example/3", "Watch the video.");
    for (int i = 0; i < 5; i++) {
      corpus.article("wall" + i + ".txt", "Wall " + i, "20220102", "https://w.example/" + i, RAIN);
      corpus.article(
          "news" + i + ".txt", "News " + i, "20220102", "https://" + i + ".example/", RAIN + RAIN);
    }
    Map<String, Row> rows = mark(spark);
    assertThat(original(rows, "FLOOD!")).isEqualTo(id(rows, "Flood"));
    assertThat(original(rows, "Cup final")).isNull();
    assertThat(rows.get("Cup final").getBoolean(3)).isFalse();
    for (int i = 0; i < 5; i++) {
      assertThat(original(rows, "Wall " + i)).as("of one source, under five titles").isNull();
      assertThat(rows.get("Wall " + i).getBoolean(3)).isTrue();
      assertThat(rows.get("News " + i).getBoolean(3)).as("of five sources").isFalse();
    }
    assertThat(
            rows.values().stream().filter(r -> r.getString(0).startsWith("News") && r.isNullAt(2)))
        .hasSize(1);
  }

  @Test
  void anOldVersionOfAReprintIsADuplicateOfTheOriginal(SparkSession spark) {
    new Corpus(folder)
        .article("1.txt", "old version", "20220103", "https://b.example/1", "Rain.")
        .article("2.txt", "reprint", "20220104", "https://b.example/1", RAIN)
        .article("3.txt", "first", "20220102", "https://c.example/1", RAIN);
    Map<String, Row> rows = mark(spark);
    assertThat(original(rows, "old version")).isEqualTo(id(rows, "first"));
    assertThat(original(rows, "reprint")).isEqualTo(id(rows, "first"));
  }

  @Test
  void aHundredCopiesHaveOneOriginal(SparkSession spark) {
    var corpus = new Corpus(folder);
    for (int i = 0; i < 100; i++) {
      corpus.article(i + ".txt", "T" + i, "20220102", "https://a.example/1", "The same body.");
    }
    Map<String, Row> rows = mark(spark);
    assertThat(rows.values().stream().filter(row -> row.isNullAt(2))).hasSize(1);
    assertThat(rows.values().stream().map(row -> row.getString(1)).distinct()).hasSize(100);
  }
}
