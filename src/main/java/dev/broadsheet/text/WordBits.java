package dev.broadsheet.text;

import java.util.Locale;
import java.util.Map;

/** Words with bits each, found in a text without a copy of it for each of its words. */
final class WordBits {
  /** Characters before it have one small letter each, wherever they stand. */
  private static final char FIRST_OF_OTHERS = 0x100;

  private final Map<String, Long> bits;

  /** The words, each in the first free place from that of its hash on; a power of two. */
  private final String[] words;

  private final long[] bitsOfWords;

  /**
   * A table.
   *
   * @param bits of words in small letters
   */
  WordBits(Map<String, Long> bits) {
    this.bits = Map.copyOf(bits);
    words = new String[4 * Integer.highestOneBit(Math.max(1, bits.size()))];
    bitsOfWords = new long[words.length];
    bits.forEach(
        (word, all) -> {
          int at = place(word, 0, word.length());
          while (words[at] != null) {
            at = next(at);
          }
          words[at] = word;
          bitsOfWords[at] = all;
        });
  }

  /** Of the word from one place of a text to before another, in whatever case; 0 for others. */
  long of(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) >= FIRST_OF_OTHERS) {
        return bits.getOrDefault(text.substring(start, end).toLowerCase(Locale.ROOT), 0L);
      }
    }
    int at = place(text, start, end);
    while (words[at] != null && !isAt(words[at], text, start, end)) {
      at = next(at);
    }
    return bitsOfWords[at];
  }

  private int next(int at) {
    return (at + 1) & (words.length - 1);
  }

  private int place(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + Character.toLowerCase(text.charAt(i));
    }
    return (hash ^ hash >>> 15) & (words.length - 1);
  }

  private static boolean isAt(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (word.charAt(i - start) != Character.toLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
