package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.nmf.ClusterSums;
import dev.broadsheet.shuffle.Rows;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.DoubleParam;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
import org.apache.spark.ml.param.ParamValidators;
import org.apache.spark.ml.util.DefaultParamsReader;
import org.apache.spark.ml.util.DefaultParamsWritable;
import org.apache.spark.ml.util.Identifiable$;
import org.apache.spark.ml.util.MLReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * Scales down the vectors that are longer (L2) than {@link #longest}, and leaves the others as they
 * are. It is document length normalisation for long documents only, to the same end as that of
 * Singhal, Buckley and Mitra (1996, pp. 21–29): with all rows of one length many short notices of
 * one form take the topics, with rows as they are a few very long documents do.
 */
public final class LengthCap extends Transformer implements DefaultParamsWritable {
  private static final long serialVersionUID = 1;

  /** Lengths are told apart to 1/64 of their power of two. */
  private static final int SHIFT = 52 - 6;

  /** Powers of two from 2⁻³² to 2³². */
  private static final int BINS = 64 << 6;

  private static final long FIRST = Double.doubleToRawLongBits(0x1p-32) >>> SHIFT;

  private final String uid;
  private final Param<String> inputCol;
  private final Param<String> outputCol;
  private final DoubleParam longest;

  public LengthCap() {
    this(Identifiable$.MODULE$.randomUID("lengthCap"));
  }

  public LengthCap(String uid) {
    this.uid = uid;
    inputCol = new Param<>(this, "inputCol", "the column of vectors");
    outputCol = new Param<>(this, "outputCol", "the column to add");
    longest = new DoubleParam(this, "longest", "the largest length", ParamValidators.gt(0));
    setDefault(inputCol, "weighted");
    setDefault(outputCol, "features");
    setDefault(longest, Double.MAX_VALUE);
  }

  /**
   * The lengths of vectors.
   *
   * @param count how many
   * @param nonzeros of all of them
   * @param upperQuartile three quarters are no longer than this, which is exact to 1/64; largest
   *     double for no vectors
   */
  public record Lengths(long count, long nonzeros, double upperQuartile) {}

  /** Looks at a column of vectors in one pass. */
  public static Lengths lengths(Dataset<Row> vectors, String column) {
    JavaRDD<Row> rows = Rows.of(vectors.select(col(column)));
    long[][] sums = ClusterSums.of(rows, LengthCap::sums);
    long[] bins = sums[0];
    long nonzeros = sums[1][0];
    long count = 0;
    for (long bin : bins) {
      count += bin;
    }
    long below = 0;
    for (int bin = 0; bin < BINS; bin++) {
      below += bins[bin];
      if (count > 0 && 4 * below >= 3 * count) {
        return new Lengths(count, nonzeros, Double.longBitsToDouble(FIRST + bin + 1 << SHIFT));
      }
    }
    return new Lengths(0, 0, Double.MAX_VALUE);
  }

  /** How many vectors are of each length, and their nonzeros. */
  private static long[][] sums(Iterator<Row> rows) {
    long[] bins = new long[BINS];
    long[] nonzeros = new long[1];
    while (rows.hasNext()) {
      Vector vector = rows.next().getAs(0);
      long bin = Double.doubleToRawLongBits(length(vector)) >>> SHIFT;
      bins[(int) Math.max(0, Math.min(BINS - 1, bin - FIRST))]++;
      nonzeros[0] += vector.numNonzeros();
    }
    return new long[][] {bins, nonzeros};
  }

  private static double length(Vector vector) {
    double sum = 0;
    for (double value : vector.toSparse().values()) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }

  @Override
  public Dataset<Row> transform(Dataset<?> vectors) {
    double most = (double) $(longest);
    UserDefinedFunction cap =
        udf((UDF1<Vector, Vector>) vector -> capped(vector, most), SQLDataTypes.VectorType());
    return vectors.withColumn($(outputCol), cap.apply(col($(inputCol))));
  }

  private static Vector capped(Vector vector, double most) {
    double length = length(vector);
    if (length <= most) {
      return vector;
    }
    SparseVector sparse = vector.toSparse();
    double[] values = sparse.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] *= most / length;
    }
    return Vectors.sparse(sparse.size(), sparse.indices(), values);
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema.add($(outputCol), SQLDataTypes.VectorType());
  }

  @Override
  public LengthCap copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  public static MLReader<LengthCap> read() {
    return new DefaultParamsReader<>();
  }

  @Override
  public String uid() {
    return uid;
  }

  public Param<String> inputCol() {
    return inputCol;
  }

  public Param<String> outputCol() {
    return outputCol;
  }

  public DoubleParam longest() {
    return longest;
  }

  public LengthCap setInputCol(String column) {
    set(inputCol, column);
    return this;
  }

  public LengthCap setOutputCol(String column) {
    set(outputCol, column);
    return this;
  }

  public LengthCap setLongest(double length) {
    set(longest, length);
    return this;
  }
}
