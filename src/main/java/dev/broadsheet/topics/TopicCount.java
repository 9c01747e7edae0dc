package dev.broadsheet.topics;

/** How many topics a corpus gets when nobody says. */
public final class TopicCount {
  private static final int MOST = 200;

  private TopicCount() {}

  /**
   * The rule of thumb behind {@code --topics auto}: 1.1 · n^0.4, which is 8 topics for 140
   * documents, 57 for 19,000, and 200 at most; never more than one for two documents.
   */
  public static int auto(long documents) {
    long rule = Math.round(1.1 * StrictMath.pow(documents, 0.4));
    return limit((int) Math.min(MOST, rule), documents);
  }

  /** As many topics as wanted, but one for every two documents at most, and one at least. */
  public static int limit(int wanted, long documents) {
    return (int) Math.max(1, Math.min(wanted, documents / 2));
  }
}
