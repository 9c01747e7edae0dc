package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.ParamMap;
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
 * Sublinear term frequency: 1 + ln(count) for each count above zero, so that the tenth mention of a
 * word adds less than the second (Manning, Raghavan and Schütze 2008, p. 126).
 */
public final class SublinearTf extends Transformer implements DefaultParamsWritable {
  private static final long serialVersionUID = 1;
  private static final UserDefinedFunction SUBLINEAR =
      udf((UDF1<Vector, Vector>) SublinearTf::sublinear, SQLDataTypes.VectorType());

  private final String uid;
  private final Param<String> inputCol;
  private final Param<String> outputCol;

  public SublinearTf() {
    this(Identifiable$.MODULE$.randomUID("sublinearTf"));
  }

  public SublinearTf(String uid) {
    this.uid = uid;
    inputCol = new Param<>(this, "inputCol", "the column of count vectors");
    outputCol = new Param<>(this, "outputCol", "the column to add");
    setDefault(inputCol, "counts");
    setDefault(outputCol, "tf");
  }

  public static MLReader<SublinearTf> read() {
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

  @Override
  public Dataset<Row> transform(Dataset<?> counts) {
    return counts.withColumn($(outputCol), SUBLINEAR.apply(col($(inputCol))));
  }

  @Override
  public StructType transformSchema(StructType schema) {
    return schema.add($(outputCol), SQLDataTypes.VectorType());
  }

  @Override
  public SublinearTf copy(ParamMap extra) {
    return defaultCopy(extra);
  }

  /** Of a count above zero. */
  static double of(double count) {
    return 1 + StrictMath.log(count);
  }

  private static Vector sublinear(Vector counts) {
    SparseVector sparse = counts.toSparse();
    double[] values = sparse.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = of(values[i]);
    }
    return Vectors.sparse(sparse.size(), sparse.indices(), values);
  }
}
