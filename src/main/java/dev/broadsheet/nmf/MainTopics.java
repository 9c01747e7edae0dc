package dev.broadsheet.nmf;

/** Documents by their main topic, of a part of them: by which {@link Evidence} judges topics. */
final class MainTopics implements TopicSums {
  private final int k;
  private final FixedPoint shares;
  private final long[] share;
  private final long[] frequencies;
  private final long[] documents;

  /**
   * Of no documents yet.
   *
   * @param shares for sums of shares of documents
   */
  MainTopics(int terms, int k, FixedPoint shares) {
    this.k = k;
    this.shares = shares;
    frequencies = new long[terms * k];
    documents = new long[k];
    share = new long[k];
  }

  @Override
  public void add(DocumentBlock block, int d, DocumentTopics topics) {
    if (topics.active() == 0) {
      return;
    }
    int place = topics.main();
    int main = topics.topics()[place];
    documents[main]++;
    share[main] += shares.units(topics.shares()[place]);
    for (int i = block.starts()[d]; i < block.starts()[d + 1]; i++) {
      frequencies[block.terms()[i] * k + main]++;
    }
  }

  /**
   * How many documents have each term, V × k, how many there are, k, and the sums of their shares
   * of it, k.
   */
  @Override
  public long[][] sums() {
    return new long[][] {frequencies, documents, share};
  }
}
