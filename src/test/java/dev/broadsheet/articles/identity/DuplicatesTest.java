package dev.broadsheet.articles.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.input.InputFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class DuplicatesTest {
  @TempDir Path folder;

  /** By title: title, article_id, duplicate_of and stub. */
  private Map<String, Row> mark(SparkSession spark) {
    Map<String, Row> found = new HashMap<>();
    identified(spark)
        .select("title", "article_id", "duplicate_of", "stub")
        .collectAsList()
        .forEach(row -> found.put(row.getString(0), row));
    return found;
  }

  private Dataset<Row> identified(SparkSession spark) {
    InputFiles input =
        InputFiles.list(
            List.of(folder.toString()),
            Optional.empty(),
            spark.sparkContext().hadoopConfiguration());
    return identified(spark, ArticleReader.read(spark, input, 1 << 20));
  }

  private static Dataset<Row> identified(SparkSession spark, Dataset<Row> read) {
    JavaRDD<Row> rows = read.toJavaRDD();
    return spark.createDataFrame(
        Identities.of(rows, Identities.keys(rows), read.count()).articles(read.schema()),
        Identities.schema(read.schema()));
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
      assertThat(identified(spark).where("version_of is null").head().<String>getAs("url"))
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
  void whatIsFoundDoesNotDependOnWhereRowsAre(SparkSession spark) {
    // Of every article there are a copy elsewhere and two versions, of one date, title and length,
    // which differ in their last letter; and there is a feed, whose address is that of all.
    String opening = "Rain fell on all of us for nine days and as many nights. ".repeat(4);
    Dataset<Row> rows =
        spark
            .range(200)
            .selectExpr(
                "'file' as input_file",
                "id as record",
                "concat('Title ', id div 4) as title",
                "date_add(date'2022-01-01', int(id div 4 % 5)) as published",
                "case id % 4 when 0 then concat('https://copy.example/', id)"
                    + " when 3 then 'https://feed.example/'"
                    + " else concat('https://a.example/', id div 4) end as url",
                "'a.example' as source",
                "concat('"
                    + opening
                    + "', sha2(string(id div 4), 512), ' ', sha2(string(-1 - id div 4), 512),"
                    + " char(97 + id % 4 div 2)) as body");
    var read = rows.withColumn("canonical_url", rows.col("url")).cache();
    Map<Long, String> one = byRecord(identified(spark, read.coalesce(1)));
    Map<Long, String> many = byRecord(identified(spark, read.repartition(7)));
    assertThat(many).hasSize(200).isEqualTo(one);
    assertThat(one.values().stream().filter(row -> row.contains("of null")).count()).isEqualTo(100);
    read.unpersist();
  }

  /** Article_id, duplicate_of, version_of and stub of each record. */
  private static Map<Long, String> byRecord(Dataset<Row> identified) {
    Map<Long, String> found = new HashMap<>();
    identified
        .selectExpr(
            "record",
            "concat_ws(' ', article_id, 'of', ifnull(duplicate_of, 'null'), version_of, stub)")
        .collectAsList()
        .forEach(row -> found.put(row.getLong(0), row.getString(1)));
    return found;
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
