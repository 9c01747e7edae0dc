package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentBlocks;
import dev.broadsheet.nmf.Plsa;

/**
 * What finding topics by {@link NmfTopics} needs of a heap, in matrices of V terms × k' topics at 8
 * bytes a number, where k' is how many the factorization finds.
 *
 * <p>On the driver most are alive in a pass of {@link Plsa}: where the factorization began and what
 * it found, p(term | topic), the sums of the pass before, and at most three more for each part of
 * the documents that is summed at the same time, of which there is one a core: the third is of
 * passes that count the evidence, and of the last, in which H is found. Where the number of topics
 * is chosen, one more: what was counted of the number before; and for a run that continues another
 * three: the best so far, and the next. A tenth is added for what the collector cannot use.
 *
 * <p>Where the documents lie on executors, each of these has what the pass has to know, and three
 * sums for each task that it runs.
 *
 * @param terms V
 * @param found k', the topics of the factorization
 * @param matrices how many are alive at once
 * @param documents bytes of those that lie on the driver
 */
public record FitMemory(int terms, int found, int matrices, long documents) {
  private static final int ALWAYS = 6;
  private static final int A_PART = 3;
  private static final int KNOWN = 1;
  private static final int JUDGED = 1;
  private static final int BEST_NUMBER = 3;
  private static final double SPARE = 1.1;

  /** Of a fit of so many topics, of which some are given; one alone is counted, not found. */
  public static FitMemory ofFit(int terms, int topics, int given, long documents, int cores) {
    int found = topics == 1 ? 1 : NmfTopics.found(topics, given, documents);
    return new FitMemory(terms, found, pass(cores), 0);
  }

  /** Of the choice of the number of topics for a first run. */
  public static FitMemory ofChoice(int terms, long documents, int most, int cores) {
    int candidates = TopicSelection.candidates(documents, Math.min(most, terms))[0];
    return new FitMemory(terms, candidates, pass(cores) + JUDGED, 0);
  }

  /** Of the choice for a run that continues so many topics. */
  public static FitMemory ofContinuedChoice(int terms, int before, int most, int cores) {
    int spare = TopicSelection.spare(before, Math.min(most, terms));
    return new FitMemory(terms, before + spare, pass(cores) + JUDGED + BEST_NUMBER, 0);
  }

  /**
   * Of an executor in such a fit; nothing where its documents are so few that they lie on the
   * driver.
   *
   * @param nonzeros of all documents
   * @param tasks that the executor runs at the same time
   */
  public static FitMemory ofExecutor(
      int terms, int topics, int given, long documents, long nonzeros, int tasks) {
    boolean needed = topics > 1 && NmfTopics.isOnExecutors(topics, nonzeros);
    return new FitMemory(
        terms, NmfTopics.found(topics, given, documents), needed ? KNOWN + A_PART * tasks : 0, 0);
  }

  /** The same with the documents that a fit of so many topics passes over. */
  public FitMemory withDocumentsOfFit(int topics, long nonzeros) {
    return withDocuments(Math.min(nonzeros, TrainingDocuments.nonzeros(topics)));
  }

  /** The same with those from which the number of topics is chosen. */
  public FitMemory withDocumentsOfChoice(long all, long nonzeros) {
    return withDocuments(nonzeros / Math.max(1, all) * Math.min(all, TopicSelection.DOCUMENTS));
  }

  private FitMemory withDocuments(long nonzeros) {
    long bytes = nonzeros <= DocumentBlocks.FEW ? DocumentBlocks.BYTES * nonzeros : 0;
    return new FitMemory(terms, found, matrices, bytes);
  }

  private static int pass(int cores) {
    return ALWAYS + A_PART * cores;
  }

  /** Bytes of the heap, over what is in use before. */
  public long bytes() {
    return documents + (long) (bytesOfANumber() * found * terms);
  }

  /** Whether it fits into so many bytes; an array of Java has no more than 2³¹ − 1 numbers. */
  public boolean fits(long bytes) {
    return matrices == 0 || (long) found * terms <= largest(bytes);
  }

  /** The largest k' × V that fits into so many bytes. */
  public long largest(long bytes) {
    return Math.min(Integer.MAX_VALUE, (long) (Math.max(0, bytes - documents) / bytesOfANumber()));
  }

  /** The largest vocabulary that fits with the same topics. */
  public long largestVocabulary(long bytes) {
    return largest(bytes) / found;
  }

  /** The most topics whose fit, with the same vocabulary, fits into so many bytes; 1 at least. */
  public int mostTopics(long bytes) {
    long most = largest(bytes) / terms;
    int topics = 1;
    while (NmfTopics.found(topics + 1, 0, Long.MAX_VALUE) <= most) {
      topics++;
    }
    return topics;
  }

  private double bytesOfANumber() {
    return SPARE * Double.BYTES * matrices;
  }
}
