package dev.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.IntStream;

/**
 * Where a text is not in its language: sentences and lines of another one, such as messages and
 * songs that are quoted, and words of another script in a text of Latin letters. They have no
 * terms: function words of the one language are words like others in the other.
 *
 * <p>A sentence is foreign if it has three function words of another language that its own has not,
 * and three times as many of these as of its own that the other has not. In a paragraph that is so
 * as a whole, a sentence without a function word of its own language is foreign, too.
 */
final class ForeignPassages {
  private static final int FEWEST = 3;
  private static final int TIMES = 3;

  /** Of so many words of a paragraph in another language one is such a word, but not in lists. */
  private static final int ONE_IN = 10;

  /** No function word that tells languages apart is longer. */
  private static final int LONGEST = 8;

  private static final char NO_LETTER = 0;

  /** Of the characters that nearly all letters are. */
  private static final char[] SMALL = new char[0x80];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      SMALL[c] = c;
      SMALL[Character.toUpperCase(c)] = c;
    }
  }

  private static final char LAST_OF_LATIN = '\u024f';

  private static final ConcurrentMap<String, QuotedWords> WORDS = new ConcurrentHashMap<>();

  private final char[] text;
  private final boolean latin;
  private final BitSet foreign = new BitSet();
  private final char[] word = new char[LONGEST];

  /** Of each quoted language the words that the text's own has not, and the other way round. */
  private final int[] theirs = new int[QuotedWords.LANGUAGES.size()];

  private final int[] ours = new int[QuotedWords.LANGUAGES.size()];

  ForeignPassages(char[] text, String language) {
    this.text = text;
    latin = FunctionWords.isKnown(language);
    if (latin) {
      look(WORDS.computeIfAbsent(language, QuotedWords::new));
    }
  }

  /** Looks at sentences; where one of a paragraph is foreign, then at those beside it. */
  private void look(QuotedWords words) {
    boolean any = false;
    for (int paragraph = 0, start = 0; start < text.length; ) {
      int end = Math.min(look(start, words), text.length);
      any |= foreign.get(start);
      start = end;
      if (end == text.length || text[end - 1] == '\n') {
        if (any) {
          lookBeside(paragraph, end, words);
        }
        paragraph = end;
        any = false;
      }
    }
  }

  private void lookBeside(int paragraph, int end, QuotedWords words) {
    count(paragraph, end, words);
    OptionalInt other = other();
    boolean running =
        other.isPresent() && ONE_IN * theirs[other.getAsInt()] >= words(paragraph, end);
    for (int start = paragraph; running && start < end; ) {
      int behind = end(start) + 1;
      count(start, behind - 1, words);
      if (ours[other.getAsInt()] == 0) {
        foreign.set(start, behind);
      }
      start = behind;
    }
  }

  private int words(int start, int end) {
    int found = 0;
    boolean within = false;
    for (int at = start; at < end; at++) {
      boolean letter = Character.isLetter(text[at]);
      found += letter && !within ? 1 : 0;
      within = letter;
    }
    return found;
  }

  private int end(int start) {
    int at = start;
    while (at < text.length && !ends(text[at])) {
      at++;
    }
    return at;
  }

  /** Looks at the passage that starts here, and says where it ends. */
  private int look(int start, QuotedWords words) {
    int others = 0;
    int at = start;
    while (at < text.length && !ends(text[at])) {
      int from = at;
      int hash = 0;
      for (char small; at < text.length && (small = small(text[at])) != NO_LETTER; at++) {
        hash = QuotedWords.hash(hash, small);
      }
      if (words.mayBeOther(hash) && isWord(from, at)) {
        others++;
      }
      at += at == from ? 1 : 0;
    }
    if (others >= FEWEST) {
      count(start, at, words);
      if (other().isPresent()) {
        foreign.set(start, at);
      }
    }
    return at + 1;
  }

  private void count(int start, int end, QuotedWords words) {
    Arrays.fill(theirs, 0);
    Arrays.fill(ours, 0);
    for (int at = start; at < end; at++) {
      int from = at;
      while (at < end && Character.isLetter(text[at])) {
        at++;
      }
      if (isWord(from, at)) {
        count(words.languages(word, small(from, at)));
      }
    }
  }

  /** Which of the quoted languages it is in that was counted. */
  private OptionalInt other() {
    return IntStream.range(0, theirs.length)
        .filter(i -> theirs[i] >= FEWEST && theirs[i] >= TIMES * ours[i])
        .findFirst();
  }

  /** A letter in small; {@link #NO_LETTER} for what is none. */
  private static char small(char c) {
    if (c < SMALL.length) {
      return SMALL[c];
    }
    return Character.isLetter(c) ? Character.toLowerCase(c) : NO_LETTER;
  }

  /** Keeps a word in small letters, and returns its length. */
  private int small(int from, int to) {
    for (int i = from; i < to; i++) {
      word[i - from] = Character.toLowerCase(text[i]);
    }
    return to - from;
  }

  /** Short, in small letters, and not what an apostrophe ties to another word. */
  private boolean isWord(int from, int to) {
    return to - from > 1
        && to - from <= LONGEST
        && Character.isLowerCase(text[from])
        && (from == 0 || text[from - 1] != '\'')
        && (to == text.length || text[to] != '\'');
  }

  private static boolean ends(char c) {
    return c == '.' || c == '\n' || c == '!' || c == '?' || c == '"' || c == '“' || c == '”';
  }

  private void count(int languages) {
    boolean own = QuotedWords.isOwn(languages);
    for (int i = 0; i < theirs.length; i++) {
      boolean their = (languages >> i & 1) != 0;
      theirs[i] += their && !own ? 1 : 0;
      ours[i] += own && !their ? 1 : 0;
    }
  }

  /** Whether the word at this place is of another language. */
  boolean contains(int place) {
    return foreign.get(place) || latin && isOtherScript(Character.codePointAt(text, place));
  }

  private static boolean isOtherScript(int letter) {
    return letter > LAST_OF_LATIN
        && Character.isLetter(letter)
        && UnicodeScript.of(letter) != UnicodeScript.LATIN;
  }
}
