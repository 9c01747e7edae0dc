package dev.broadsheet.topics;

/** How many topics suit a corpus. */
public final class TopicCount {
  private static final int MOST = 200;

  private TopicCount() {}

  /** About which number to look: 1.1 · n^0.4, which is 8 for 140 documents, 57 for 19,000. */
  static double ruleOfThumb(long documents) {
    return Math.min(MOST, 1.1 * StrictMath.pow(documents, 0.4));
  }

  /**
   * As many topics as wanted, but one for every two documents and one for every term at most, and
   * one at least.
   */
  public static int limit(int wanted, long documents, int terms) {
    return (int) Math.max(1, Math.min(Math.min(wanted, terms), documents / 2));
  }
}
