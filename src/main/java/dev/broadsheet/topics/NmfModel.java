package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.nmf.DocumentWeights;
import dev.broadsheet.nmf.TopicFactor;
import java.util.Optional;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.ml.Model;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.ml.util.MLWritable;
import org.apache.spark.ml.util.MLWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * The topics that {@link Nmf} found. As a transformer it adds to each document x the weights w ≥ 0
 * of its topics, a vector of k, that minimise ‖x − wH‖². A document without a known term has zeros.
 */
public final class NmfModel extends Model<NmfModel> implements MLWritable {
  private static final long serialVersionUID = 1;

  /** Finer than within a fit: these weights are results. */
  private static final double TOLERANCE = 1e-6;

  private static final int SWEEPS = 1000;

  private final String uid;
  private final Param<String> featuresCol;
  private final Param<String> outputCol;
  private final TopicFactor topics;
  private transient NmfSummary summary;

  NmfModel(String uid, TopicFactor topics) {
    this.uid = uid;
    this.topics = topics;
    featuresCol = new Param<>(this, "featuresCol", "the column of document vectors");
    outputCol = new Param<>(this, "outputCol", "the column of topic weights to add");
    setDefault(featuresCol, "features");
    setDefault(outputCol, "topicWeights");
  }

  NmfModel withSummary(NmfSummary fit) {
    summary = fit;
    return this;
  }

  /** H, k × V; every topic has length 1, or 0 where no document was left for it. */
  public double[][] topics() {
    return topics.rows();
  }

  /** The model of some of the topics. */
  NmfModel only(int[] some) {
    return copyValues(new NmfModel(uid, topics.only(some)).withSummary(summary), extractParamMap());
  }

  /** How the fit went; empty for a model that was loaded. */
  public Optional<NmfSummary> summary() {
    return Optional.ofNullable(summary);
  }

  @Override
  public Dataset<Row> transform(Dataset<?> documents) {
    transformSchema(documents.schema());
    Broadcast<TopicFactor> shared =
        documents
            .sparkSession()
            .sparkContext()
            .broadcast(topics, scala.reflect.ClassTag$.MODULE$.apply(TopicFactor.class));
    UserDefinedFunction weigh =
        udf((UDF1<Vector, Vector>) x -> weights(x, shared.value()), SQLDataTypes.VectorType());
    return documents.withColumn($(outputCol), weigh.apply(col($(featuresCol))));
  }

  private static Vector weights(Vector document, TopicFactor h) {
    return Vectors.dense(weights(document.toSparse(), solver(h))).compressed();
  }

  /** Finds the weights of one document after another. */
  static DocumentWeights solver(TopicFactor h) {
    return new DocumentWeights(h, TOLERANCE, SWEEPS);
  }

  /** The k weights of a document, until the next is solved. */
  static double[] weights(SparseVector x, DocumentWeights solver) {
    return solver.of(x.indices(), x.values(), 0, x.indices().length);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return checked(schema, $(featuresCol), $(outputCol));
  }

  static StructType checked(StructType schema, String featuresCol, String outputCol) {
    if (!schema.apply(featuresCol).dataType().equals(SQLDataTypes.VectorType())) {
      throw new IllegalArgumentException(
          "Cannot factorize column %s: it holds no vectors. Name a vector column as featuresCol."
              .formatted(featuresCol));
    }
    return schema.add(outputCol, SQLDataTypes.VectorType());
  }

  @Override
  public NmfModel copy(ParamMap extra) {
    NmfModel copy = new NmfModel(uid, topics).withSummary(summary);
    return copyValues(copy, extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new SavedTopics.Writer(this, topics());
  }

  public static MLReader<NmfModel> read() {
    return new SavedTopics.Reader<>((uid, rows) -> new NmfModel(uid, TopicFactor.exactly(rows)));
  }

  public static NmfModel load(String path) {
    return read().load(path);
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> featuresCol() {
    return featuresCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }

  public NmfModel setFeaturesCol(String column) {
    set(featuresCol, column);
    return this;
  }

  public NmfModel setOutputCol(String column) {
    set(outputCol, column);
    return this;
  }
}
