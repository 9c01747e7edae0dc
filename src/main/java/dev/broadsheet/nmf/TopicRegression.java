package dev.broadsheet.nmf;

/**
 * The normal equations of the regression of documents' values on their topics, for a part of them.
 */
final class TopicRegression implements TopicSums {
  private final int k;
  private final FixedPoint squares;
  private final FixedPoint shares;
  private final long[] gram;
  private final long[] cross;
  private final long[] sizes;

  /**
   * Of no documents yet.
   *
   * @param squares for sums of what is at most the square of a document's length
   * @param shares for sums of shares of documents
   */
  TopicRegression(int terms, int k, FixedPoint squares, FixedPoint shares) {
    this.k = k;
    this.squares = squares;
    this.shares = shares;
    gram = new long[k * k];
    cross = new long[terms * k];
    sizes = new long[k];
  }

  @Override
  public void add(DocumentBlock block, int d, DocumentTopics topics) {
    double square = block.squaredNorm(d);
    double length = Math.sqrt(square);
    double[] theta = topics.shares();
    int[] places = topics.topics();
    for (int a = 0; a < topics.active(); a++) {
      sizes[places[a]] += shares.units(theta[a]);
      for (int b = 0; b < topics.active(); b++) {
        gram[places[a] * k + places[b]] += squares.units(square * theta[a] * theta[b]);
      }
      for (int i = block.starts()[d]; i < block.starts()[d + 1]; i++) {
        int at = block.terms()[i] * k + places[a];
        cross[at] += squares.units(length * block.values()[i] * theta[a]);
      }
    }
  }

  /** k × k, V × k, and how many documents a topic has by their shares of it. */
  @Override
  public long[][] sums() {
    return new long[][] {gram, cross, sizes};
  }
}
