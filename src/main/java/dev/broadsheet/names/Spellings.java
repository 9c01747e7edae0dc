package dev.broadsheet.names;

/**
 * Words by how they are written, found in a text without making a string of each; open addressing.
 * Strings' own hashes are alike for words that are built alike.
 */
final class Spellings {
  private static final int PRIME = 0x01000193;
  private static final int GOLDEN = 0x9e3779b1;

  private String[] written = new String[1024];
  private NameSentences.Word[] words = new NameSentences.Word[written.length];
  private int size;

  /** The word that is written so; null if it was not put here. */
  NameSentences.Word find(char[] text, int from, int to) {
    int place = hash(text, from, to) & written.length - 1;
    while (written[place] != null && !isSame(written[place], text, from, to)) {
      place = place + 1 & written.length - 1;
    }
    return words[place];
  }

  /** Puts a word that is not here. */
  void put(String spelling, NameSentences.Word word) {
    if (2 * ++size > written.length) {
      grow();
    }
    insert(spelling, word);
  }

  private void insert(String spelling, NameSentences.Word word) {
    char[] text = spelling.toCharArray();
    int place = hash(text, 0, text.length) & written.length - 1;
    while (written[place] != null) {
      place = place + 1 & written.length - 1;
    }
    written[place] = spelling;
    words[place] = word;
  }

  private void grow() {
    String[] before = written;
    NameSentences.Word[] theirs = words;
    written = new String[2 * before.length];
    words = new NameSentences.Word[written.length];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != null) {
        insert(before[i], theirs[i]);
      }
    }
  }

  /** FNV-1a, whose upper bits are the good ones. */
  private static int hash(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash ^ text[i]) * PRIME;
    }
    hash *= GOLDEN;
    return hash ^ hash >>> 15;
  }

  private static boolean isSame(String spelling, char[] text, int from, int to) {
    if (spelling.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (spelling.charAt(i - from) != text[i]) {
        return false;
      }
    }
    return true;
  }
}
