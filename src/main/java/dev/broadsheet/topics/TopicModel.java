package dev.broadsheet.topics;

import dev.broadsheet.shuffle.Rows;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.clustering.LDAModel;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * k fitted topics over V terms.
 *
 * @param application the same as the transformer, for the articles of the run
 * @param transformer adds the column {@value #OUTPUT}, a vector of k weights that add up to 1, to
 *     rows with counts and tfidf
 * @param termWeights k × V: what the next run begins with, and by which it knows a topic again
 * @param termProbabilities k × V: p(term | topic), each row adds up to 1
 * @param bestTerms the places in the vocabulary of at most 50 terms of each topic, the best first
 */
public record TopicModel(
    Application application,
    Transformer transformer,
    double[][] termWeights,
    double[][] termProbabilities,
    int[][] bestTerms) {

  /** What a model does. */
  public interface Application {
    /** Articles with their topics, of rows with article_id, counts and features. */
    JavaRDD<ModelledArticle> to(Dataset<Row> vectors);
  }

  /** The column of topic weights. */
  public static final String OUTPUT = "topicDistribution";

  /** No topics, of a corpus without terms. */
  public static final TopicModel NONE =
      new TopicModel(null, null, new double[0][], new double[0][], new int[0][]);

  /** A model that is applied by its transformer. */
  public static TopicModel of(
      Transformer transformer,
      double[][] termWeights,
      double[][] termProbabilities,
      int[][] bestTerms) {
    return new TopicModel(
        vectors ->
            Rows.of(transformer.transform(vectors).select("article_id", "counts", OUTPUT))
                .map(
                    row ->
                        ModelledArticle.of(
                            row.getString(0), row.getAs(1), row.<Vector>getAs(2).toArray())),
        transformer,
        termWeights,
        termProbabilities,
        bestTerms);
  }

  /**
   * The k × V term weights in a step of a loaded pipeline, those of its first topic model; empty if
   * there is none.
   */
  public static Optional<double[][]> termWeightsOf(Transformer step) {
    if (step instanceof NmfModel nmf) {
      return Optional.of(nmf.topics());
    }
    if (step instanceof LDAModel lda) {
      return Optional.of(LdaTopics.rows(lda.topicsMatrix()));
    }
    if (step instanceof FoldInModel probabilities) {
      return Optional.of(probabilities.termProbabilities());
    }
    return step instanceof PipelineModel several
        ? Arrays.stream(several.stages()).flatMap(s -> termWeightsOf(s).stream()).findFirst()
        : Optional.empty();
  }

  /** The best ten terms of each topic, by which its {@linkplain TopicQuality quality} is judged. */
  public int[][] bestTen() {
    return Arrays.stream(bestTerms)
        .map(terms -> Arrays.copyOf(terms, Math.min(TopicQuality.TERMS, terms.length)))
        .toArray(int[][]::new);
  }

  /** k. */
  public int topics() {
    return termWeights.length;
  }
}
