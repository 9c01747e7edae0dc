package dev.broadsheet.nmf;

import java.util.Iterator;

/**
 * What a first pass over documents finds.
 *
 * @param documents n
 * @param terms V
 * @param nonzeros how many terms all documents have, each document's different ones
 * @param largest the largest squared length of a document's values
 * @param longest the largest sum of a document's counts
 * @param isNonnegative whether every value is a number of 0 or more
 */
public record DocumentSizes(
    long documents,
    int terms,
    long nonzeros,
    double largest,
    double longest,
    boolean isNonnegative) {

  /**
   * Sizes up documents.
   *
   * @throws IllegalArgumentException if vectors have different sizes
   */
  static DocumentSizes of(DocumentBlocks blocks) {
    // Largest values are no sums: each part has places of its own for them, by the width it met.
    long[][] sums = blocks.sum(0, (part, nothing) -> part(part));
    if (sums[0][0] == 0) {
      return new DocumentSizes(0, 0, 0, 0, 0, true);
    }
    int width = (int) (sums[0][1] / sums[0][2]);
    if (sums[0][1] != width * sums[0][2] || sums[0][3] != width * (long) width * sums[0][2]) {
      throw DocumentBlock.differentWidths();
    }
    return new DocumentSizes(
        sums[0][0], width, sums[0][5], largest(sums[1]), largest(sums[2]), sums[0][4] == 0);
  }

  /** Counts of documents by the exponent of a size, for powers of two. */
  private static long[][] part(Iterator<DocumentBlock> blocks) {
    long[] facts = new long[6];
    long[] squares = new long[EXPONENTS];
    long[] counts = new long[EXPONENTS];
    while (blocks.hasNext()) {
      DocumentBlock block = blocks.next();
      facts[0] += block.documents();
      facts[1] += block.width();
      facts[2]++;
      facts[3] += (long) block.width() * block.width();
      facts[4] += block.isNonnegative() ? 0 : 1;
      facts[5] += block.terms().length;
      for (int d = 0; d < block.documents(); d++) {
        squares[exponent(block.squaredNorm(d))]++;
        counts[exponent(block.tokens(d))]++;
      }
    }
    return new long[][] {facts, squares, counts};
  }

  private static final int EXPONENTS = 2048;

  private static int exponent(double size) {
    return size > 0 ? Math.min(EXPONENTS - 1, Math.getExponent(size) + 1024) : 0;
  }

  /** The power of two that no size reaches; 0 where all are 0. */
  private static double largest(long[] byExponent) {
    for (int e = EXPONENTS - 1; e > 0; e--) {
      if (byExponent[e] > 0) {
        return Math.scalb(1.0, e - 1023);
      }
    }
    return 0;
  }

  /** For sums over documents of what is at most the square of a document's length. */
  FixedPoint ofSquares() {
    return FixedPoint.forSum(documents, largest);
  }

  /** For sums over documents of what is at most a document's tokens. */
  FixedPoint ofTokens() {
    return FixedPoint.forSum(documents, longest);
  }

  /** For sums over documents of what is at most 1. */
  FixedPoint ofShares() {
    return FixedPoint.forSum(documents, 1);
  }
}
