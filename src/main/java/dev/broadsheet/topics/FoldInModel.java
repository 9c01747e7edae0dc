package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.nmf.DocumentTopics;
import dev.broadsheet.nmf.TopicFactor;
import java.util.Arrays;
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
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * Adds p(topic | document) to documents with topic weights and term counts, by {@link
 * DocumentTopics}. The result is a vector of k that adds up to 1, or of zeros for a document
 * without a known term.
 */
public final class FoldInModel extends Model<FoldInModel> implements MLWritable {
  private static final long serialVersionUID = 1;

  private final String uid;
  private final Param<String> weightsCol;
  private final Param<String> countsCol;
  private final Param<String> outputCol;
  private final int k;
  private final double[] byTerm;

  /** Of p(term | topic), V × k. */
  FoldInModel(String uid, int k, double[] byTerm) {
    this.uid = uid;
    this.k = k;
    this.byTerm = byTerm;
    weightsCol = new Param<>(this, "weightsCol", "the column of topic weights");
    countsCol = new Param<>(this, "countsCol", "the column of term counts");
    outputCol = new Param<>(this, "outputCol", "the column of p(topic | document) to add");
    setDefault(weightsCol, "topicWeights");
    setDefault(countsCol, "counts");
    setDefault(outputCol, TopicModel.OUTPUT);
  }

  /** p(term | topic), k × V; every row adds up to 1, or to 0 where no document has the topic. */
  public double[][] termProbabilities() {
    return TopicFactor.rows(k, byTerm);
  }

  /** The model of some of the topics. */
  FoldInModel only(int[] some) {
    double[][] all = termProbabilities();
    double[][] rows = Arrays.stream(some).mapToObj(j -> all[j]).toArray(double[][]::new);
    return copyValues(
        new FoldInModel(uid, some.length, TopicFactor.byTerm(rows)), extractParamMap());
  }

  @Override
  public Dataset<Row> transform(Dataset<?> documents) {
    transformSchema(documents.schema());
    Broadcast<double[]> shared =
        documents
            .sparkSession()
            .sparkContext()
            .broadcast(byTerm, scala.reflect.ClassTag$.MODULE$.apply(double[].class));
    UserDefinedFunction foldIn =
        udf(
            (UDF2<Vector, Vector, Vector>)
                (weights, counts) -> foldIn(weights, counts.toSparse(), shared.value()),
            SQLDataTypes.VectorType());
    return documents.withColumn($(outputCol), foldIn.apply(col($(weightsCol)), col($(countsCol))));
  }

  private static Vector foldIn(Vector weights, SparseVector counts, double[] byTerm) {
    var topics = new DocumentTopics(weights.size(), byTerm);
    return Vectors.dense(shares(weights.toArray(), counts, topics)).compressed();
  }

  /** The k shares of a document of topics that it has such weights in. */
  static double[] shares(double[] weights, SparseVector counts, DocumentTopics topics) {
    topics.begin(weights);
    topics.foldIn(counts.indices(), counts.values(), 0, counts.indices().length);
    double[] all = new double[weights.length];
    for (int a = 0; a < topics.active(); a++) {
      all[topics.topics()[a]] = topics.shares()[a];
    }
    return all;
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return checked(schema, $(weightsCol), $(countsCol), $(outputCol));
  }

  static StructType checked(
      StructType schema, String weightsCol, String countsCol, String outputCol) {
    for (String column : new String[] {weightsCol, countsCol}) {
      if (!schema.apply(column).dataType().equals(SQLDataTypes.VectorType())) {
        throw new IllegalArgumentException(
            "Cannot fold in column %s: it holds no vectors. Name a vector column."
                .formatted(column));
      }
    }
    return schema.add(outputCol, SQLDataTypes.VectorType());
  }

  @Override
  public FoldInModel copy(ParamMap extra) {
    return copyValues(new FoldInModel(uid, k, byTerm), extra).setParent(parent());
  }

  @Override
  public MLWriter write() {
    return new SavedTopics.Writer(this, termProbabilities());
  }

  public static MLReader<FoldInModel> read() {
    return new SavedTopics.Reader<>(
        (uid, rows) -> new FoldInModel(uid, rows.length, TopicFactor.byTerm(rows)));
  }

  public static FoldInModel load(String path) {
    return read().load(path);
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> weightsCol() {
    return weightsCol;
  }

  public Param<String> countsCol() {
    return countsCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }
}
