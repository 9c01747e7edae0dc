package dev.broadsheet.articles;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a text, in its order, as hashes: what stories compare articles by. Case, white space
 * and punctuation do not count. A number is one word with its separators inside, so that 6-3/16 and
 * 6-1/16 share nothing. Where a script puts no spaces between words, each character is one.
 *
 * <p>A hash is FNV-1a over the code points, finished by SplitMix64, whose bits are all good ones.
 *
 * @param hashes n
 * @param numbers n: whether the word is a number
 * @param capitals n: whether the word begins with a capital
 */
public record Words(long[] hashes, boolean[] numbers, boolean[] capitals) {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final int FIRST_WITHOUT_SPACES = 0xe00;

  /** The words of a text. */
  public static Words of(String text) {
    long[] hashes = new long[16];
    boolean[] numbers = new boolean[16];
    boolean[] capitals = new boolean[16];
    int count = 0;
    int at = 0;
    while (at < text.length()) {
      int first = text.codePointAt(at);
      if (!isPart(first)) {
        at += Character.charCount(first);
        continue;
      }
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
        numbers = Arrays.copyOf(numbers, 2 * count);
        capitals = Arrays.copyOf(capitals, 2 * count);
      }
      boolean number = Character.isDigit(first);
      int end = number ? endOfNumber(text, at) : endOfWord(text, at);
      hashes[count] = hash(text, at, end, number);
      numbers[count] = number;
      capitals[count++] = Character.isUpperCase(first);
      at = end;
    }
    return new Words(
        Arrays.copyOf(hashes, count),
        Arrays.copyOf(numbers, count),
        Arrays.copyOf(capitals, count));
  }

  /** One after the other. */
  static Words joined(List<Words> parts) {
    int count = parts.stream().mapToInt(Words::count).sum();
    var joined = new Words(new long[count], new boolean[count], new boolean[count]);
    int at = 0;
    for (Words part : parts) {
      System.arraycopy(part.hashes, 0, joined.hashes, at, part.count());
      System.arraycopy(part.numbers, 0, joined.numbers, at, part.count());
      System.arraycopy(part.capitals, 0, joined.capitals, at, part.count());
      at += part.count();
    }
    return joined;
  }

  /** How many there are. */
  public int count() {
    return hashes.length;
  }

  /** One hash for all words from one place to before another, in their order. */
  public long hash(int from, int to) {
    long hash = OFFSET;
    for (int i = from; i < to; i++) {
      hash = mixed(hash * PRIME ^ hashes[i]);
    }
    return hash;
  }

  private static int endOfWord(String text, int start) {
    int first = text.codePointAt(start);
    int at = start + Character.charCount(first);
    if (standsAlone(first)) {
      return at;
    }
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (!isPart(next) || Character.isDigit(next) || standsAlone(next)) {
        break;
      }
      at += Character.charCount(next);
    }
    return at;
  }

  /** After the last digit that follows digits, or one separator and a digit. */
  private static int endOfNumber(String text, int start) {
    int at = start;
    while (at < text.length()) {
      if (!Character.isDigit(text.charAt(at))) {
        boolean inside =
            ".,'’/:-".indexOf(text.charAt(at)) >= 0
                && at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1));
        if (!inside) {
          break;
        }
      }
      at++;
    }
    return Math.max(at, start + Character.charCount(text.codePointAt(start)));
  }

  private static long hash(String text, int start, int end, boolean number) {
    long hash = OFFSET;
    for (int at = start; at < end; ) {
      int letter = text.codePointAt(at);
      if (!number || Character.isDigit(letter)) {
        hash = (hash ^ Character.toLowerCase(letter)) * PRIME;
      }
      at += Character.charCount(letter);
    }
    return mixed(hash);
  }

  private static long mixed(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static boolean isPart(int letter) {
    if (letter < 0x80) {
      return letter >= 'a' && letter <= 'z'
          || letter >= 'A' && letter <= 'Z'
          || letter >= '0' && letter <= '9';
    }
    int type = Character.getType(letter);
    return Character.isLetterOrDigit(letter)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean standsAlone(int letter) {
    return letter >= FIRST_WITHOUT_SPACES
        && switch (Character.UnicodeScript.of(letter)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
          default -> false;
        };
  }
}
