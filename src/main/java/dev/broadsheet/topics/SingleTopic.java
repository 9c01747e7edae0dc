package dev.broadsheet.topics;

import java.util.Arrays;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.feature.SQLTransformer;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.stat.Summarizer;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One topic is the corpus: every article has all its weight, whatever its terms. */
final class SingleTopic {
  private SingleTopic() {}

  /** A model of the column counts. */
  static TopicModel of(Dataset<Row> vectors) {
    double[] total = totals(vectors);
    double[] probabilities = normalized(total);
    var one =
        new Pipeline()
            .setStages(
                new PipelineStage[] {
                  new SQLTransformer().setStatement("SELECT *, 1.0D AS one FROM __THIS__"),
                  new VectorAssembler()
                      .setInputCols(new String[] {"one"})
                      .setOutputCol("topicWeights"),
                  new FoldInModel(Identifiable$.MODULE$.randomUID("foldIn"), 1, probabilities)
                })
            .fit(vectors.limit(0));
    double[][] weights = {total};
    return TopicModel.of(
        one, weights, new double[][] {probabilities}, TopicQuality.best(weights, BestTerms.MOST));
  }

  /** Sums of counts are sums of whole numbers, which are exact in any order. */
  private static double[] totals(Dataset<Row> vectors) {
    return vectors.select(Summarizer.sum(vectors.col("counts"))).head().<Vector>getAs(0).toArray();
  }

  static double[] normalized(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }
}
