package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.ml.feature.Normalizer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@SparkTest
class TopicAlgorithmTest {
  private SparkSession spark;

  @BeforeEach
  void prepare(SparkSession session, @TempDir Path checkpoints) {
    spark = session;
    spark.sparkContext().setCheckpointDir(checkpoints.toString());
  }

  /** Documents that use the first five of ten terms, or the last five, in turn. */
  private Dataset<Row> documents(int count) {
    return documents(count, 0);
  }

  /** The same, with an eleventh term that all of them use so often. */
  private Dataset<Row> documents(int count, int common) {
    List<Row> rows = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      int first = d % 2 == 0 ? 0 : 5;
      double[] counts = {1 + d % 3, 2, 1 + d % 4, 3, 1 + d % 2};
      double[] all = new double[common > 0 ? 11 : 10];
      System.arraycopy(counts, 0, all, first, 5);
      if (common > 0) {
        all[10] = common;
      }
      rows.add(RowFactory.create("d" + d, Vectors.dense(all).toSparse()));
    }
    return spark
        .createDataFrame(
            rows,
            new StructType()
                .add("article_id", DataTypes.StringType)
                .add("counts", SQLDataTypes.VectorType()))
        .coalesce(1)
        .transform(
            counts ->
                new Normalizer().setInputCol("counts").setOutputCol("features").transform(counts))
        .cache();
  }

  @ParameterizedTest
  @EnumSource(TopicAlgorithm.class)
  void findsTwoTopicsThatShareNoTerm(TopicAlgorithm algorithm) {
    Dataset<Row> documents = documents(60);
    TopicModel model = algorithm.engine().fit(documents, TopicEngine.Start.afresh(2), 42);
    assertThat(model.topics()).isEqualTo(2);
    for (double[] topic : model.termProbabilities()) {
      assertThat(Arrays.stream(topic).sum()).isCloseTo(1, within(1e-9));
      double first = Arrays.stream(topic, 0, 5).sum();
      assertThat(Math.max(first, 1 - first)).isGreaterThan(0.9);
    }
    Row weights = model.transformer().transform(documents).orderBy("article_id").head();
    double[] shares = weights.<Vector>getAs(TopicModel.OUTPUT).toArray();
    assertThat(Math.max(shares[0], shares[1])).isGreaterThan(0.8);
    assertThat(shares[0] + shares[1]).isCloseTo(1, within(1e-9));
    assertThatArticlesHaveWhatTheTransformerAdds(model, documents);
  }

  /** To the bit. */
  private static void assertThatArticlesHaveWhatTheTransformerAdds(
      TopicModel model, Dataset<Row> documents) {
    List<Row> rows = model.transformer().transform(documents).collectAsList();
    List<ModelledArticle> articles = model.application().to(documents).collect();
    assertThat(articles).hasSameSizeAs(rows);
    for (int d = 0; d < rows.size(); d++) {
      Row row = rows.get(d);
      ModelledArticle article = articles.get(d);
      var topics = ArticleTopics.of(row.<Vector>getAs(TopicModel.OUTPUT).toArray());
      assertThat(article.id()).isEqualTo(row.getAs("article_id"));
      assertThat(article.topics()).isEqualTo(topics.topics());
      assertThat(article.weights()).isEqualTo(topics.weights());
      assertThat(article.terms()).isEqualTo(row.<Vector>getAs("counts").toSparse().indices());
      assertThat(article.counts()[0])
          .isEqualTo((int) row.<Vector>getAs("counts").toSparse().values()[0]);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NMF")
  void whatAllDocumentsUseMostIsNotWhatTopicsAreShownBy(TopicAlgorithm algorithm) {
    TopicModel model = algorithm.engine().fit(documents(60, 4), TopicEngine.Start.afresh(2), 42);
    for (int j = 0; j < 2; j++) {
      double[] topic = model.termProbabilities()[j];
      assertThat(topic[10]).isEqualTo(Arrays.stream(topic).max().orElseThrow());
      assertThat(model.bestTerms()[j][0]).isNotEqualTo(10);
    }
  }

  @Test
  void oneTopicIsTheWholeCorpus() {
    Dataset<Row> documents = documents(2);
    TopicModel model =
        TopicAlgorithm.LDA_EM.engine().fit(documents, TopicEngine.Start.afresh(1), 42);
    assertThat(model.termWeights()[0]).containsExactly(1, 2, 1, 3, 1, 2, 2, 2, 3, 2);
    assertThat(Arrays.stream(model.termProbabilities()[0]).sum()).isCloseTo(1, within(1e-12));
    Row row = model.transformer().transform(documents).head();
    assertThat(row.<Vector>getAs(TopicModel.OUTPUT).toArray()).containsExactly(1.0);
  }
}
