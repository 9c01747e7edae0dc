package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.articles.cleaning.Words;
import java.util.Arrays;

/**
 * What a passage of a source is counted by: a hash, whose eight lowest bits say what the passage
 * stands for and, of a sentence, where in its text it is.
 */
enum PassageHash {
  SENTENCE,
  LINE,
  PARAGRAPH,
  TITLE;

  /** The kind, and a sentence's two places. */
  static final long MARK = 0xffL;

  /** Places before the last of its kind are told apart, from the start and from the end. */
  static final int FARTHEST = 7;

  /** So many words for each number, and it may differ. */
  private static final int WORDS_A_NUMBER = 12;

  private static final PassageHash[] VALUES = values();

  private static final long NUMBER = 0x5851f42d4c957f2dL;

  /** For what stands anywhere. */
  long of(long hash) {
    // Lines, paragraphs and titles are counted as one and the same text.
    long salted = this == SENTENCE ? hash : hash * 0x9e3779b97f4a7c15L;
    return salted & ~MARK | ordinal();
  }

  /** For a sentence with so many passages before and after it. */
  long of(long hash, int fromStart, int fromEnd) {
    return of(hash) | Math.min(fromStart, FARTHEST) << 2 | Math.min(fromEnd, FARTHEST) << 5;
  }

  /** What a passage is counted as. */
  static PassageHash kind(long passage) {
    return VALUES[(int) passage & 3];
  }

  /** How many passages are before a sentence, or {@link #FARTHEST}. */
  static int fromStart(long sentence) {
    return (int) sentence >> 2 & FARTHEST;
  }

  /** How many passages are after a sentence, or {@link #FARTHEST}. */
  static int fromEnd(long sentence) {
    return (int) sentence >> 5 & FARTHEST;
  }

  /** Whether two are of one kind and one text. */
  static boolean areOne(long some, long other) {
    return ((some ^ other) & (~MARK | 3)) == 0;
  }

  /** Of a source and words. The hash code of a string is the same on every machine. */
  static long hash(String source, Words words) {
    int numbers = 0;
    for (boolean number : words.numbers()) {
      numbers += number ? 1 : 0;
    }
    Words counted = words;
    if (numbers > 0 && words.count() >= numbers * WORDS_A_NUMBER) {
      long[] hashes = words.hashes().clone();
      Arrays.setAll(hashes, i -> words.numbers()[i] ? NUMBER : words.hashes()[i]);
      counted = new Words(hashes, words.numbers(), words.capitals());
    }
    return counted.hash(0, counted.count()) + (source == null ? 0 : source.hashCode());
  }

  /** Of an end that titles share. */
  static long suffix(String source, String end) {
    return SENTENCE.of(~hash(source, Words.of(end)));
  }
}
