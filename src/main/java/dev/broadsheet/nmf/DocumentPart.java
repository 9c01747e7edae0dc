package dev.broadsheet.nmf;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/** How large a part of the documents is enough; all of them where it is 1 or more. */
public interface DocumentPart {
  /** Of so many documents with so many nonzeros in all. */
  double of(long documents, long nonzeros);

  /** All documents, or about so many of more. */
  static DocumentPart most(long most) {
    return (documents, nonzeros) -> (double) most / documents;
  }

  /** About such a part of some vectors, by a hash of their contents: the same on any layout. */
  static JavaRDD<Row> chosen(JavaRDD<Row> vectors, double part, long seed) {
    return vectors.filter(row -> isChosen(row.<Vector>getAs(0).toSparse(), part, seed));
  }

  private static boolean isChosen(SparseVector vector, double part, long seed) {
    long contents =
        31L * Arrays.hashCode(vector.indices()) + Arrays.hashCode(vector.values()) + (seed << 32);
    return new SplittableRandom(contents).nextDouble() < part;
  }
}
