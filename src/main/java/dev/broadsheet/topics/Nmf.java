package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.FixedPoint;
import dev.broadsheet.nmf.Hals;
import dev.broadsheet.nmf.Nndsvd;
import dev.broadsheet.nmf.TopicFactor;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.param.DoubleArrayArrayParam;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.IntParam;
import org.apache.spark.ml.param.LongParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;

/**
 * Nonnegative matrix factorization (Lee and Seung 1999) as an MLlib estimator: finds W ≥ 0 (n × k)
 * and H ≥ 0 (k × V) that minimise ‖X − WH‖², where a row of X (n × V) is a document, best its
 * {@linkplain TermVectors features}. A row of H is a topic; a row of W says how much of each topic
 * a document has.
 *
 * <p>A document counts by the square of its length.
 *
 * <p>It begins with {@link #initialTopics}, if any, and {@linkplain Nndsvd NNDSVD} (Boutsidis and
 * Gallopoulos 2008) of what these leave unexplained, and improves all of them by {@linkplain Hals
 * HALS} (Cichocki and Phan 2009; Gillis and Glineur 2012) in passes over the documents, until the
 * loss falls by less than {@link #tol} of itself. That is some ten passes.
 *
 * <ul>
 *   <li><b>Cost of a pass</b>, with nnz nonzeros in X and a topics that a document touches: nnz · k
 *       for HXᵀ, n · a · k for the weights, nnz · a for WᵀX, on the executors; V · k · a′ on the
 *       driver, where a′ is the number of topics that a term is in. Nothing of a document leaves
 *       its partition; a task returns k · V + k² numbers.
 *   <li><b>Memory</b>: 8 · k · V bytes for each executor (H) and for each task that runs (WᵀX), the
 *       training documents at 12 bytes for each nonzero, spilled to disk where memory ends; about
 *       40 · k · V bytes on the driver.
 *   <li><b>Large corpora</b>: it learns from {@link #maxTrainingDocuments} documents at most,
 *       chosen by a hash of their contents; by default, which is 0, from {@linkplain
 *       TrainingDocuments as many as are enough} for k topics.
 *   <li><b>Reproducible</b>: the same rows, parameters and seed give the same H to the last bit,
 *       whatever the order and partitions of the rows and the cores of the cluster, because sums
 *       over documents are {@linkplain FixedPoint sums of whole numbers}.
 * </ul>
 */
public final class Nmf extends Estimator<NmfModel> implements DefaultParamsWritable {
  private static final long serialVersionUID = 1;

  private final String uid;
  private final IntParam k;
  private final IntParam maxIter;
  private final DoubleParam tol;
  private final LongParam seed;
  private final Param<String> featuresCol;
  private final Param<String> outputCol;
  private final DoubleArrayArrayParam initialTopics;
  private final LongParam maxTrainingDocuments;

  public Nmf() {
    this(Identifiable$.MODULE$.randomUID("nmf"));
  }

  public Nmf(String uid) {
    this.uid = uid;
    k = new IntParam(this, "k", "number of topics", ParamValidators.gtEq(1));
    maxIter = new IntParam(this, "maxIter", "most passes", ParamValidators.gtEq(1));
    tol =
        new DoubleParam(
            this,
            "tol",
            "ends when the loss falls by less than this part",
            ParamValidators.gtEq(0));
    seed = new LongParam(this, "seed", "random seed");
    featuresCol = new Param<>(this, "featuresCol", "the column of document vectors");
    outputCol = new Param<>(this, "outputCol", "the column of topic weights to add");
    initialTopics =
        new DoubleArrayArrayParam(
            this, "initialTopics", "topics to begin with, at most k rows of V; or none");
    maxTrainingDocuments =
        new LongParam(
            this,
            "maxTrainingDocuments",
            "learns from no more than these; 0: from as many as are enough for k",
            ParamValidators.gtEq(0));
    setDefault(k, 10);
    setDefault(maxIter, 100);
    setDefault(tol, 3e-4);
    setDefault(seed, 42L);
    setDefault(featuresCol, "features");
    setDefault(outputCol, "topicWeights");
    setDefault(initialTopics, new double[0][]);
    setDefault(maxTrainingDocuments, 0L);
  }

  /**
   * Learns H.
   *
   * @throws IllegalArgumentException if there are no rows, k is larger than the number of rows or
   *     of terms, a value is negative, infinite or no number, or the initial topics do not fit
   */
  @Override
  public NmfModel fit(Dataset<?> documents) {
    transformSchema(documents.schema());
    Dataset<Row> features = documents.select(functions.col($(featuresCol)));
    try (DocumentMatrix x =
        TrainingDocuments.of(features, topics(), (long) $(maxTrainingDocuments), (long) $(seed))) {
      check(x);
      TopicFactor first = given().length == 0 ? TopicFactor.NONE : TopicFactor.ofRows(given());
      TopicFactor start = Nndsvd.after(x, first, topics(), Nndsvd.SETTLED, (long) $(seed));
      Hals.Fit fit = Hals.fit(x, start, (int) $(maxIter), (double) $(tol));
      var summary = new NmfSummary(x.documents(), fit.losses());
      return copyValues(
          new NmfModel(uid, fit.topics()).withSummary(summary).setParent(this), extractParamMap());
    }
  }

  private int topics() {
    return (int) $(k);
  }

  private double[][] given() {
    return $(initialTopics);
  }

  private void check(DocumentMatrix x) {
    if (!x.isNonnegative()) {
      throw new IllegalArgumentException(
          "Cannot factorize column %s: a value is negative, infinite or no number. Mend the vectors."
              .formatted($(featuresCol)));
    }
    int topics = topics();
    if (topics > x.documents() || topics > x.terms()) {
      throw new IllegalArgumentException(
          "Cannot find %d topics in %d documents over %d terms: k is larger than one of these. Lower k."
              .formatted(topics, x.documents(), x.terms()));
    }
    double[][] given = given();
    if (given.length > topics || given.length > 0 && given[0].length != x.terms()) {
      throw new IllegalArgumentException(
          "Cannot begin with %d topics over %d terms: there are %d topics over %d terms to find. Drop the initial topics."
              .formatted(given.length, given[0].length, topics, x.terms()));
    }
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return NmfModel.checked(schema, $(featuresCol), $(outputCol));
  }

  @Override
  public Nmf copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<Nmf> read() {
    return new DefaultParamsReader<>();
  }

  public static Nmf load(String path) {
    return read().load(path);
  }

  @Override
  public String uid() {
    return uid;
  }

  public IntParam k() {
    return k;
  }

  public IntParam maxIter() {
    return maxIter;
  }

  public DoubleParam tol() {
    return tol;
  }

  public LongParam seed() {
    return seed;
  }

  public Param<String> featuresCol() {
    return featuresCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }

  public DoubleArrayArrayParam initialTopics() {
    return initialTopics;
  }

  public LongParam maxTrainingDocuments() {
    return maxTrainingDocuments;
  }

  public Nmf setK(int topics) {
    set(k, topics);
    return this;
  }

  public Nmf setMaxIter(int passes) {
    set(maxIter, passes);
    return this;
  }

  public Nmf setTol(double part) {
    set(tol, part);
    return this;
  }

  public Nmf setSeed(long value) {
    set(seed, value);
    return this;
  }

  public Nmf setFeaturesCol(String column) {
    set(featuresCol, column);
    return this;
  }

  public Nmf setOutputCol(String column) {
    set(outputCol, column);
    return this;
  }

  public Nmf setInitialTopics(double[][] topics) {
    set(initialTopics, topics);
    return this;
  }

  public Nmf setMaxTrainingDocuments(long documents) {
    set(maxTrainingDocuments, documents);
    return this;
  }
}
