package dev.broadsheet.text;

/**
 * The different numbers among some hundred, of one text after another: in open addressing, where
 * what is of an earlier text counts as free, so that nothing is cleared.
 */
final class DistinctNumbers {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long[] numbers = new long[256];

  /** Of which text each is; texts are counted from 1. */
  private int[] texts = new int[numbers.length];

  private int text;

  /**
   * Forgets all.
   *
   * @param most the most numbers to add before the next time
   */
  void clear(int most) {
    if (2 * most > numbers.length) {
      int room = 2 * Integer.highestOneBit(2 * most);
      numbers = new long[room];
      texts = new int[room];
    }
    text++;
  }

  /** Adds a number, and says whether it was not here. */
  boolean add(long number) {
    int last = numbers.length - 1;
    int place = (int) (number * GOLDEN >>> Integer.SIZE) & last;
    while (texts[place] == text) {
      if (numbers[place] == number) {
        return false;
      }
      place = place + 1 & last;
    }
    texts[place] = text;
    numbers[place] = number;
    return true;
  }
}
