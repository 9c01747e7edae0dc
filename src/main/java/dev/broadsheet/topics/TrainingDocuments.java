package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.DocumentPart;
import dev.broadsheet.shuffle.Rows;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How many documents topics are learnt from. What a topic is learnt from is the terms in its
 * documents, a few of a short notice and hundreds of a long report; so enough is said in nonzeros
 * of the matrix of documents and terms: {@value #EACH} for each topic that is wanted, and {@value
 * #LEAST} in all, which is all of a small corpus. More of them change topics by less than another
 * start does. Which documents are taken is decided by a hash of their contents.
 */
final class TrainingDocuments {
  /** Some 25,000 reports or 150,000 notices: few enough to lie on the driver. */
  private static final long LEAST = 2_000_000;

  private static final long EACH = 40_000;

  private TrainingDocuments() {}

  /** About how many nonzeros are taken of more than these. */
  static long nonzeros(int topics) {
    return Math.max(LEAST, EACH * topics);
  }

  /** Features and counts of rows that have these columns. */
  static JavaRDD<Row> rows(Dataset<Row> vectors) {
    return Rows.of(vectors, List.of("features", "counts"));
  }

  /** As many documents as are enough for so many topics. */
  static DocumentPart enough(int topics) {
    return (documents, nonzeros) -> (double) nonzeros(topics) / nonzeros;
  }

  /**
   * Documents to learn topics from.
   *
   * @param most at most about so many; 0 for as many as are enough
   */
  static DocumentMatrix of(Dataset<Row> vectors, int topics, long most, long seed) {
    return most > 0
        ? DocumentMatrix.of(vectors, most, seed)
        : DocumentMatrix.of(vectors, enough(topics), seed);
  }
}
