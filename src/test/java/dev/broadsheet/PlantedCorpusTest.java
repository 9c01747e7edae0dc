package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class PlantedCorpusTest {
  private final PlantedCorpus corpus = new PlantedCorpus(4, 500, 200, 7);

  private static List<String> lines(Dataset<Row> rows) {
    return rows.toJSON().collectAsList();
  }

  @Test
  void documentsAreTheSameInAnyNumberOfPartitions(SparkSession session) {
    SparkSession spark = session.newSession();
    List<String> usual = lines(corpus.articles(spark));
    spark.conf().set("spark.sql.leafNodeDefaultParallelism", 7);
    Dataset<Row> seven = corpus.articles(spark);
    assertThat(seven.javaRDD().getNumPartitions()).isEqualTo(7);
    assertThat(lines(seven)).hasSize(200).doesNotHaveDuplicates().isEqualTo(usual);
  }

  @Test
  void aWindowIsASlice(SparkSession spark) {
    assertThat(lines(corpus.window(50, 80).articles(spark)))
        .isEqualTo(lines(corpus.articles(spark)).subList(50, 80));
  }

  @Test
  void anotherSeedIsAnotherCorpus(SparkSession spark) {
    assertThat(lines(new PlantedCorpus(4, 500, 200, 8).documents(spark)))
        .doesNotContainAnyElementsOf(lines(corpus.documents(spark)));
  }

  @Test
  void wordsAreDistinctAndOfLettersOnly() {
    assertThat(new PlantedCorpus(1, 100_000, 0, 7).words())
        .hasSize(100_000)
        .doesNotHaveDuplicates()
        .allMatch(word -> word.matches("[a-z]{6}"));
  }

  @Test
  void topicsAreProbabilitiesAndUnlikeEachOther() {
    double[][] topics = corpus.topics();
    assertThat(topics).hasDimensions(4, 500);
    for (double[] topic : topics) {
      assertThat(Arrays.stream(topic).sum()).isCloseTo(1, within(1e-9));
      assertThat(Arrays.stream(topic).min().getAsDouble()).isNotNegative();
    }
    assertThat(topics[0]).isNotEqualTo(topics[1]);
  }

  @Test
  void onlyActiveTopicsAreUsedAndTopicsStayTheSame(SparkSession spark) {
    PlantedCorpus two = corpus.withActive(1, 3);
    assertThat(two.topics()).isDeepEqualTo(corpus.topics());
    Set<Integer> labels =
        two.documents(spark).select("label").collectAsList().stream()
            .map(row -> row.getInt(0))
            .collect(Collectors.toSet());
    assertThat(labels).containsExactlyInAnyOrder(1, 3);
  }

  @Test
  void articlesAreWhatIsWritten(SparkSession spark, @TempDir Path folder) {
    for (String format : List.of("jsonl", "parquet")) {
      String path = folder.resolve(format).toString();
      corpus.write(spark, path, format);
      Dataset<Row> read = spark.read().format(format.replace("jsonl", "json")).load(path);
      assertThat(lines(read.select("title", "date", "url", "body", "label")))
          .containsExactlyInAnyOrderElementsOf(lines(corpus.articles(spark)));
    }
  }

  @Test
  void tooManyWordsAreRefused() {
    assertThatThrownBy(() -> new PlantedCorpus(1, 1_000_001, 1, 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot plant 1000001 words: there are 1000000. Use a smaller vocabulary.");
  }
}
