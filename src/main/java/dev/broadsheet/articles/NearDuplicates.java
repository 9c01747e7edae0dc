package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.try_divide;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decides whether two articles are versions of one text, from all their shingles.
 *
 * <p>Of n words of which a part s is left as it was, a part s³ of the shingles is. In a reprint the
 * rare words and the numbers survive as well as all the others; in two notices that fill in one
 * form it is just these that do not. So near-duplicates have
 *
 * <ul>
 *   <li>16 shingles in common, and a Jaccard similarity of 0.12 (a third of the words replaced);
 *   <li>rare words and numbers that survive no worse than s, but for what chance explains;
 *   <li>a name of either's opening in the other, if there are any, unless four fifths of the
 *       shorter one's shingles are in the other: who fills in a form is named first, and nowhere in
 *       another's;
 *   <li>if more than three days lie between them, three quarters of the shorter one's shingles:
 *       news is rewritten soon, and what is only a little alike later is a follow-up or a form.
 * </ul>
 *
 * Where all that they share is a form, they are the same text with the same numbers.
 */
final class NearDuplicates {
  private static final int LEAST_SHARED = 16;
  private static final double LEAST_SIMILAR = 0.12;
  private static final int SOON = 3;
  private static final double LATER_CONTAINED = 0.75;
  private static final double COPIED = 0.8;
  private static final double SAME_TEXT = 0.9;
  private static final double RARE_BY_CHANCE = 0.1;
  private static final double NUMBERS_BY_CHANCE = 0.15;

  private NearDuplicates() {}

  /**
   * Of pairs earlier, later and fresh those that are: earlier, later, similarity.
   *
   * @param signatures what {@link Signatures#of} returns
   */
  static Dataset<Row> among(Dataset<Row> pairs, Dataset<Row> signatures) {
    Column reprint =
        col("shared")
            .geq(LEAST_SHARED)
            .and(col("similarity").geq(LEAST_SIMILAR))
            .and(cube(rare().plus(RARE_BY_CHANCE)).geq(containment()))
            .and(cube(numbers().plus(NUMBERS_BY_CHANCE)).geq(containment()))
            .and(isOfTheSame().or(containment().geq(COPIED)))
            .and(isSoon().or(containment().geq(LATER_CONTAINED)));
    Column sameForm =
        col("similarity")
            .geq(SAME_TEXT)
            .and(common("numbers").equalTo(size(col("a.numbers"))))
            .and(common("numbers").equalTo(size(col("b.numbers"))));
    return compared(pairs, signatures)
        .where(col("fresh").and(reprint).or(sameForm))
        .select("earlier", "later", "similarity");
  }

  /** Adds the Jaccard similarity of their shingles to pairs earlier and later. */
  static Dataset<Row> similarity(Dataset<Row> pairs, Dataset<Row> signatures) {
    return compared(pairs, signatures).drop("a", "b", "shared");
  }

  private static Dataset<Row> compared(Dataset<Row> pairs, Dataset<Row> signatures) {
    Dataset<Row> sides =
        signatures.select(
            col("key"),
            struct(
                    col("day"),
                    col("shingles"),
                    col("words"),
                    col("rare"),
                    col("numbers"),
                    col("names"))
                .as("s"));
    return pairs
        .join(sides.toDF("earlier", "a"), "earlier")
        .join(sides.toDF("later", "b"), "later")
        .withColumn("shared", common("shingles"))
        .withColumn(
            "similarity",
            try_divide(
                col("shared"),
                size(col("a.shingles")).plus(size(col("b.shingles"))).minus(col("shared"))));
  }

  private static Column common(String hashes) {
    return size(array_intersect(col("a." + hashes), col("b." + hashes)));
  }

  /** Undated articles may be of any day. */
  private static Column isSoon() {
    return coalesce(abs(col("b.day").minus(col("a.day"))).leq(SOON), lit(true));
  }

  private static Column isOfTheSame() {
    return size(col("a.names"))
        .equalTo(0)
        .or(size(col("b.names")).equalTo(0))
        .or(arrays_overlap(col("a.names"), col("b.words")))
        .or(arrays_overlap(col("b.names"), col("a.words")));
  }

  private static Column smaller(String hashes) {
    return least(size(col("a." + hashes)), size(col("b." + hashes)));
  }

  private static Column containment() {
    return try_divide(col("shared"), smaller("shingles"));
  }

  /** The part of one's rare words that the other has, of whichever it is more. */
  private static Column rare() {
    return greatest(
        try_divide(size(array_intersect(col("a.rare"), col("b.words"))), size(col("a.rare"))),
        try_divide(size(array_intersect(col("b.rare"), col("a.words"))), size(col("b.rare"))));
  }

  /** The part of the numbers in common; one more on either side, for texts that have few. */
  private static Column numbers() {
    return common("numbers").plus(1).divide(smaller("numbers").plus(1));
  }

  private static Column cube(Column x) {
    return x.multiply(x).multiply(x);
  }
}
