package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.feature.CountVectorizerModel;
import org.apache.spark.ml.feature.ElementwiseProduct;
import org.apache.spark.ml.feature.Normalizer;
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
 * From tokens to vectors over the vocabulary: counts, and features, which are sublinear term
 * frequency times idf. Topics are learnt from these as they are: a document counts by how much it
 * says, so that the many short notices of one form do not take the topics of the news. Scaled to
 * length 1 (L2) they are tfidf, by which articles and their terms are compared.
 */
public final class TermVectors {
  private static final UserDefinedFunction HAS_TERMS =
      udf((UDF1<Vector, Boolean>) counts -> counts.numNonzeros() > 0, DataTypes.BooleanType);

  private TermVectors() {}

  /** The steps, in order; each adds a column. */
  public static List<Transformer> steps(Vocabulary vocabulary) {
    return List.of(
        new CountVectorizerModel(vocabulary.stems()).setInputCol("tokens").setOutputCol("counts"),
        new SublinearTf(),
        new ElementwiseProduct()
            .setScalingVec(Vectors.dense(vocabulary.idf()))
            .setInputCol("tf")
            .setOutputCol("features"));
  }

  /** The rows whose counts are not all zero. */
  public static Dataset<Row> nonEmpty(Dataset<Row> vectors) {
    return vectors.where(HAS_TERMS.apply(col("counts")));
  }

  /** Adds tfidf. */
  public static Dataset<Row> withTfidf(Dataset<Row> vectors) {
    return new Normalizer()
        .setP(2)
        .setInputCol("features")
        .setOutputCol("tfidf")
        .transform(vectors);
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
