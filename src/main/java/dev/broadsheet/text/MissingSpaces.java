package dev.broadsheet.text;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.apache.lucene.analysis.CharFilter;

/**
 * Puts spaces where pages of the web lose them, for a dot or a colon each, so that places stay:
 * between sentences ("of the week.The river", "Note:the"), and between initials and a name.
 */
final class MissingSpaces extends CharFilter {
  private static final int CHUNK = 8192;

  private char[] text;
  private int length;
  private int at;

  MissingSpaces(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    if (text == null) {
      readAll();
    }
    if (at == length) {
      return -1;
    }
    int given = Math.min(count, length - at);
    System.arraycopy(text, at, buffer, offset, given);
    at += given;
    return given;
  }

  private void readAll() throws IOException {
    char[] chars = new char[CHUNK];
    for (int read = 0; read >= 0; read = input.read(chars, length, chars.length - length)) {
      length += read;
      chars = length == chars.length ? Arrays.copyOf(chars, 2 * length) : chars;
    }
    text = chars;
    for (int i = 1; i + 1 < length; i++) {
      if (text[i] == '.' ? isSentenceEnd(i) : text[i] == ':' && isBetweenLetters(i)) {
        text[i] = ' ';
      }
    }
  }

  private boolean isBetweenLetters(int i) {
    return Character.isLetter(text[i - 1]) && Character.isLetter(text[i + 1]);
  }

  private boolean isSentenceEnd(int i) {
    return is(Character.UPPERCASE_LETTER, i + 1)
        && (is(Character.LOWERCASE_LETTER, i - 1)
            || is(Character.UPPERCASE_LETTER, i - 1) && is(Character.LOWERCASE_LETTER, i + 2));
  }

  private boolean is(int type, int i) {
    return i < length && Character.getType(text[i]) == type;
  }

  @Override
  protected int correct(int place) {
    return place;
  }
}
