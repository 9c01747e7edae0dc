package dev.broadsheet.nmf;

/** What a pass of {@link Plsa} adds up over a part of the documents, in whole numbers. */
final class ExpectedCounts implements TopicSums {
  private final int k;
  private final FixedPoint tokens;
  private final FixedPoint shares;
  private final long[] counts;
  private final long[] frequencies;

  /**
   * Of no documents yet.
   *
   * @param tokens for sums of counts
   * @param shares for sums of shares of documents
   */
  ExpectedCounts(int terms, int k, FixedPoint tokens, FixedPoint shares) {
    this.k = k;
    this.tokens = tokens;
    this.shares = shares;
    counts = new long[terms * k];
    frequencies = new long[terms * k];
  }

  @Override
  public void add(DocumentBlock block, int d, DocumentTopics topics) {
    int from = block.starts()[d];
    int entries = block.starts()[d + 1] - from;
    int[] terms = block.terms();
    double[] of = block.counts();
    double[] parts = topics.parts(entries);
    for (int a = 0; a < topics.active(); a++) {
      int topic = topics.topics()[a];
      long share = shares.units(topics.shares()[a]);
      int row = a * entries;
      for (int i = 0; i < entries; i++) {
        int at = terms[from + i] * k + topic;
        frequencies[at] += share;
        counts[at] += tokens.units(of[from + i] * parts[row + i]);
      }
    }
  }

  /** Expected counts of terms in topics, and expected documents of a topic with a term: V × k. */
  @Override
  public long[][] sums() {
    return new long[][] {counts, frequencies};
  }
}
