package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.ElementwiseProduct;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From tokens to vectors over the vocabulary.
 *
 * <ul>
 *   <li><b>counts</b>, from which follow the {@linkplain TermWeights weights} by which articles and
 *       their terms are compared;
 *   <li><b>features</b>, from which topics are learnt: sublinear term frequency times idf to the
 *       power {@value #RARITY}, {@linkplain LengthCap no longer} than those of three quarters of
 *       the documents. Least squares explain large values first, and idf alone leaves them with the
 *       words that everybody uses: topics share these, and are less coherent.
 * </ul>
 */
public final class TermVectors {
  /** Up to here topics become more coherent; at 2 they no longer tell subjects apart. */
  private static final double RARITY = 1.6;

  private static final UserDefinedFunction HAS_TERMS =
      udf((UDF1<Vector, Boolean>) counts -> counts.numNonzeros() > 0, DataTypes.BooleanType);

  private TermVectors() {}

  /** The steps up to the column weighted, in order; each adds a column. */
  public static List<Transformer> steps(Vocabulary vocabulary) {
    return List.of(
        new CountVectorizerModel(vocabulary.stems()).setInputCol("tokens").setOutputCol("counts"),
        new SublinearTf(),
        new ElementwiseProduct()
            .setScalingVec(scaling(vocabulary, idf -> StrictMath.pow(idf, RARITY)))
            .setInputCol("tf")
            .setOutputCol("weighted"));
  }

  /** The rows whose counts are not all zero. */
  public static Dataset<Row> nonEmpty(Dataset<Row> vectors) {
    return vectors.where(HAS_TERMS.apply(col("counts")));
  }

  private static Vector scaling(Vocabulary vocabulary, DoubleUnaryOperator byIdf) {
    return Vectors.dense(Arrays.stream(vocabulary.idf()).map(byIdf).toArray());
  }

  /** No rows: article_id, counts, features. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(
        List.of(),
        new StructType()
            .add("article_id", DataTypes.StringType)
            .add("counts", SQLDataTypes.VectorType())
            .add("features", SQLDataTypes.VectorType()));
  }
}
