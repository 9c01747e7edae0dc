package dev.broadsheet.text;

import java.util.BitSet;

/**
 * Where a text is written in capitals: lines with four capitals or more to a small letter, which
 * have at least two letters. They say nothing of how a word is written. Nor do headlines that have
 * a capital on each word: lines without an end of a sentence, of whose longer words four or more,
 * and nine in ten, begin with one.
 */
final class LinesInCapitals {
  private static final int CAPITALS_A_SMALL_LETTER = 4;
  private static final int HEADLINE_WORDS = 4;
  private static final int LONGER = 4;
  private static final int NINE_IN = 10;

  private final BitSet places = new BitSet();
  private final BitSet headlines = new BitSet();

  LinesInCapitals(String text) {
    char[] letters = text.toCharArray();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (isCapitals(letters, start, end)) {
        places.set(start, end);
      } else if (isHeadline(letters, start, end)) {
        headlines.set(start, end);
      }
      start = end + 1;
    }
  }

  private static boolean isCapitals(char[] letters, int start, int end) {
    int capitals = 0;
    int small = 0;
    for (int i = start; i < end; i++) {
      char c = letters[i];
      capitals += Character.isUpperCase(c) ? 1 : 0;
      small += Character.isLowerCase(c) ? 1 : 0;
    }
    return capitals > 1 && capitals >= CAPITALS_A_SMALL_LETTER * small;
  }

  private static boolean isHeadline(char[] letters, int start, int end) {
    int longer = 0;
    int capitals = 0;
    for (int i = start; i < end; i++) {
      int from = i;
      while (i < end && Character.isLetter(letters[i])) {
        i++;
      }
      if (i - from >= LONGER) {
        longer++;
        capitals += Character.isUpperCase(letters[from]) ? 1 : 0;
        if (longer - capitals > 1 + longer / NINE_IN) {
          return false;
        }
      }
    }
    return longer >= HEADLINE_WORDS
        && NINE_IN * capitals >= (NINE_IN - 1) * longer
        && letters[end - 1] != '.';
  }

  /** Whether the character at this place is part of such a line. */
  boolean contains(int place) {
    return places.get(place);
  }

  /** Whether the character at this place is part of a headline with a capital on each word. */
  boolean isHeadline(int place) {
    return headlines.get(place);
  }
}
