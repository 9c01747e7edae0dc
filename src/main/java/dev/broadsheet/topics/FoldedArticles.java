package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentTopics;
import dev.broadsheet.nmf.DocumentWeights;
import dev.broadsheet.nmf.TopicFactor;
import dev.broadsheet.shuffle.Rows;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What {@link NmfModel} and then {@link FoldInModel} say of articles, to the bit: without Spark SQL
 * between them, which costs more than both.
 */
final class FoldedArticles implements TopicModel.Application {
  private final TopicFactor topics;
  private final double[] byTerm;

  /** Of H, k × V, and p(term | topic), V × k. */
  FoldedArticles(TopicFactor topics, double[] byTerm) {
    this.topics = topics;
    this.byTerm = byTerm;
  }

  @Override
  public JavaRDD<ModelledArticle> to(Dataset<Row> vectors) {
    JavaRDD<Row> rows = Rows.of(vectors, List.of("article_id", "counts", "features"));
    var context = JavaSparkContext.fromSparkContext(rows.context());
    Broadcast<TopicFactor> factor = context.broadcast(topics);
    Broadcast<double[]> probabilities = context.broadcast(byTerm);
    return rows.mapPartitions(
        some -> {
          var solver = NmfModel.solver(factor.value());
          var folding = new DocumentTopics(factor.value().k(), probabilities.value());
          return CollectionConverters.asJava(
              CollectionConverters.asScala(some).map(row -> article(row, solver, folding)));
        });
  }

  private static ModelledArticle article(Row row, DocumentWeights solver, DocumentTopics topics) {
    Vector counts = row.getAs(1);
    double[] weights = NmfModel.weights(row.<Vector>getAs(2).toSparse(), solver);
    return ModelledArticle.of(
        row.getString(0), counts, FoldInModel.shares(weights, counts.toSparse(), topics));
  }
}
