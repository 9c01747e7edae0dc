package dev.broadsheet.nmf;

/** Documents by their main topic, of a part of them: by which {@link Evidence} judges topics. */
final class MainTopics {
  private final int k;
  private final long[] frequencies;
  private final long[] documents;

  /** Of no documents yet. */
  MainTopics(int terms, int k) {
    this.k = k;
    frequencies = new long[terms * k];
    documents = new long[k];
  }

  /** Adds a document and its topics. */
  void add(DocumentBlock block, int d, DocumentTopics topics) {
    if (topics.active() == 0) {
      return;
    }
    int main = topics.main();
    documents[main]++;
    for (int i = block.starts()[d]; i < block.starts()[d + 1]; i++) {
      frequencies[block.terms()[i] * k + main]++;
    }
  }

  /** How many documents have each term, V × k, and how many there are, k. */
  long[][] sums() {
    return new long[][] {frequencies, documents};
  }
}
