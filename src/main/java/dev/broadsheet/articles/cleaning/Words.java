package dev.broadsheet.articles.cleaning;

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
  private static final String SEPARATORS = ".,'’/:-";

  /** Room for so many words at first: most texts need no more. */
  private static final int FEWEST = 8;

  private static final int LETTERS_A_WORD = 5;

  /** ASCII characters in small letters, where they are part of words. */
  private static final byte[] ASCII = new byte[0x80];

  private static final byte NO_PART = 0;

  /** Digits are before it. */
  private static final byte FIRST_LETTER = 'a';

  static {
    for (int c = 0; c < ASCII.length; c++) {
      ASCII[c] = Character.isLetterOrDigit(c) ? (byte) Character.toLowerCase(c) : NO_PART;
    }
  }

  /** The words of a text. */
  public static Words of(String text) {
    return new Finder(text).words();
  }

  /** One after the other. */
  public static Words joined(List<Words> parts) {
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

  private static long mixed(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private static boolean isPart(int letter) {
    if (letter < ASCII.length) {
      return ASCII[letter] != NO_PART;
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

  /** Looks at each character of a text once, and hashes it where it stands. */
  private static final class Finder {
    private final char[] text;
    private int at;
    private long hash;
    private boolean number;
    private boolean capital;
    private long[] hashes;
    private boolean[] numbers;
    private boolean[] capitals;
    private int count;

    Finder(String text) {
      this.text = text.toCharArray();
      int most = FEWEST + text.length() / LETTERS_A_WORD;
      hashes = new long[most];
      numbers = new boolean[most];
      capitals = new boolean[most];
    }

    Words words() {
      while (at < text.length) {
        int first = Character.codePointAt(text, at);
        if (isPart(first)) {
          read(first);
          keep();
        } else {
          at += Character.charCount(first);
        }
      }
      return new Words(
          Arrays.copyOf(hashes, count),
          Arrays.copyOf(numbers, count),
          Arrays.copyOf(capitals, count));
    }

    private void read(int first) {
      hash = OFFSET;
      number = Character.isDigit(first);
      capital = Character.isUpperCase(first);
      add(first);
      if (number && Character.isBmpCodePoint(first)) {
        readDigits();
      } else if (!number && !standsAlone(first)) {
        readLetters();
      }
      hash = mixed(hash);
    }

    private void add(int letter) {
      hash = (hash ^ Character.toLowerCase(letter)) * PRIME;
      at += Character.charCount(letter);
    }

    private void readLetters() {
      while (at < text.length) {
        char c = text[at];
        if (c < ASCII.length) {
          if (ASCII[c] < FIRST_LETTER) {
            return;
          }
          hash = (hash ^ ASCII[c]) * PRIME;
          at++;
        } else {
          int letter = Character.codePointAt(text, at);
          if (!isPart(letter) || Character.isDigit(letter) || standsAlone(letter)) {
            return;
          }
          add(letter);
        }
      }
    }

    /** To after the last digit that follows digits, or one separator and a digit. */
    private void readDigits() {
      while (at < text.length) {
        char c = text[at];
        if (Character.isDigit(c)) {
          add(c);
        } else if (SEPARATORS.indexOf(c) >= 0
            && at + 1 < text.length
            && Character.isDigit(text[at + 1])) {
          at++;
        } else {
          return;
        }
      }
    }

    private void keep() {
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * count);
        numbers = Arrays.copyOf(numbers, 2 * count);
        capitals = Arrays.copyOf(capitals, 2 * count);
      }
      hashes[count] = hash;
      numbers[count] = number;
      capitals[count++] = capital;
    }
  }
}
