package dev.broadsheet.text;

import java.util.BitSet;

/**
 * Where a text is written in capitals: lines with four capitals or more to a small letter, which
 * have at least two letters. They say nothing of how a word is written.
 */
final class LinesInCapitals {
  private static final int CAPITALS_A_SMALL_LETTER = 4;

  private final BitSet places = new BitSet();

  LinesInCapitals(String text) {
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      if (isCapitals(text, start, end)) {
        places.set(start, end);
      }
      start = end + 1;
    }
  }

  private static boolean isCapitals(String text, int start, int end) {
    int capitals = 0;
    int small = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      capitals += Character.isUpperCase(c) ? 1 : 0;
      small += Character.isLowerCase(c) ? 1 : 0;
    }
    return capitals > 1 && capitals >= CAPITALS_A_SMALL_LETTER * small;
  }

  /** Whether the character at this place is part of such a line. */
  boolean contains(int place) {
    return places.get(place);
  }
}
