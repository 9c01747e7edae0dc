package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.topics.Vocabulary;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** From vectors over the vocabulary to terms. */
final class TermColumns {
  private static final UserDefinedFunction INDICES =
      udf(
          (UDF1<Vector, int[]>) vector -> vector.toSparse().indices(),
          DataTypes.createArrayType(DataTypes.IntegerType, false));

  private TermColumns() {}

  /** The places in the vocabulary of the terms that a vector has. */
  static Column indices(Column vector) {
    return INDICES.apply(vector);
  }

  /** The term at a place in the vocabulary. */
  static Column term(Vocabulary vocabulary, Column index) {
    String[] terms = vocabulary.terms();
    return udf((UDF1<Integer, String>) i -> terms[i], DataTypes.StringType).apply(index);
  }
}
