package dev.broadsheet.nmf;

/** What a pass of {@link Plsa} adds up over a part of the documents, in whole numbers. */
interface TopicSums {
  /** Nothing. */
  TopicSums NONE =
      new TopicSums() {
        @Override
        public void add(DocumentBlock block, int d, DocumentTopics topics) {
          // Nothing is wanted.
        }

        @Override
        public long[][] sums() {
          return new long[0][];
        }
      };

  /** Adds a document and its topics. */
  void add(DocumentBlock block, int d, DocumentTopics topics);

  /** As many arrays of the same lengths for each part. */
  long[][] sums();
}
