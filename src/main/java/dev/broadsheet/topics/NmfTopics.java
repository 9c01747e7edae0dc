package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentBlocks;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.Hals;
import dev.broadsheet.nmf.Nndsvd;
import dev.broadsheet.nmf.Plsa;
import dev.broadsheet.nmf.TopicFactor;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Topics by {@linkplain Nmf nonnegative matrix factorization} of features, on which {@link Plsa}
 * has the last word by counts. The factorization finds more topics than wanted: three times as
 * many, but no more than {@value #SPARE} more, and none more than leave each of them {@value
 * #DOCUMENTS_EACH} documents, as topics of a few documents are about these alone.
 *
 * <p>A factorization ends where its start leads it. Topics that are given are a start already: it
 * finds others beside them and leaves them as they are, or it would lead them away from what they
 * were the night before; the counts move them with their documents.
 *
 * <p>All passes are over {@linkplain TrainingDocuments enough documents}, not over all of them.
 */
final class NmfTopics implements TopicEngine {
  private static final int TIMES = 3;
  private static final int SPARE = 30;
  private static final int DOCUMENTS_EACH = 15;

  /** Of more topics the weaker half is joined with others, wherever each began. */
  private static final int FEW = 40;

  private static final int PASSES = 100;
  private static final double TOLERANCE = 3e-4;

  @Override
  public TopicModel fit(Dataset<Row> vectors, Start start, long seed) {
    if (start.topics() == 1) {
      return SingleTopic.of(vectors);
    }
    try (DocumentMatrix x =
        DocumentMatrix.of(
            TrainingDocuments.rows(vectors), TrainingDocuments.enough(start.topics()), seed)) {
      Plsa.Fit fit = fit(x, start, seed);
      return model(fit, BestTerms.of(x, fit), vectors);
    }
  }

  static Plsa.Fit fit(DocumentMatrix x, Start start, long seed) {
    try (Plsa topics = topics(x, start, seed)) {
      return topics.fit();
    }
  }

  /** The topics, to be closed. */
  private static Plsa topics(DocumentMatrix x, Start start, long seed) {
    double[][] given = start.given();
    TopicFactor first = given.length == 0 ? TopicFactor.NONE : TopicFactor.ofRows(given);
    int most = (int) Math.min(x.documents(), x.terms());
    int wanted = Math.min(most, start.topics());
    int many = Math.min(most, found(wanted, given.length, x.documents()));
    int passes = many <= FEW ? Nndsvd.SETTLED : Nndsvd.NEAR;
    TopicFactor begun = Nndsvd.after(x, first, many, passes, seed);
    TopicFactor found =
        many == given.length ? begun : Hals.fit(x, begun, given.length, PASSES, TOLERANCE).topics();
    return Plsa.of(x, found, wanted, given.length);
  }

  /**
   * How many topics the factorization finds.
   *
   * @param given so many of those that are wanted are there already
   */
  static int found(int wanted, int given, long documents) {
    int others = wanted - given;
    long most = Math.max(others, documents / DOCUMENTS_EACH - given);
    return given + (int) Math.min(most, Math.min(TIMES * others, others + SPARE));
  }

  /**
   * Whether the documents that are passed over are too many for the driver.
   *
   * @param nonzeros of all documents
   */
  static boolean isOnExecutors(int topics, long nonzeros) {
    return Math.min(nonzeros, TrainingDocuments.nonzeros(topics)) > DocumentBlocks.FEW;
  }

  /** Small corpora may not have as many topics as asked for: the others have no documents. */
  private static TopicModel model(Plsa.Fit fit, int[][] bestTerms, Dataset<Row> vectors) {
    int k = fit.topics().k();
    int[] living = IntStream.range(0, k).filter(j -> fit.sizes()[j] > 0).toArray();
    double[][] probabilities = some(living, TopicFactor.rows(k, fit.probabilities()));
    double[] judging = TopicFactor.byTerm(some(living, TopicFactor.rows(k, fit.judging())));
    TopicFactor topics = fit.topics().only(living);
    var weights = new NmfModel(Identifiable$.MODULE$.randomUID("nmf"), topics);
    var foldIn = new FoldInModel(Identifiable$.MODULE$.randomUID("foldIn"), living.length, judging);
    PipelineModel both =
        new Pipeline().setStages(new PipelineStage[] {weights, foldIn}).fit(vectors.limit(0));
    return new TopicModel(
        new FoldedArticles(topics, judging),
        both,
        topics.rows(),
        probabilities,
        Arrays.stream(living).mapToObj(j -> bestTerms[j]).toArray(int[][]::new));
  }

  private static double[][] some(int[] topics, double[][] all) {
    return Arrays.stream(topics).mapToObj(j -> all[j]).toArray(double[][]::new);
  }
}
