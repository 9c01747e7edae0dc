package dev.broadsheet.articles.json;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the values of a line of JSON begin and end, by brackets and quotes alone: also in a line
 * that is not well formed, each byte is in a value, a comma or white space between them.
 */
public final class JsonRoots {
  /** A value; {@code whole} if its brackets and quotes are closed. */
  record Root(int start, int end, boolean whole) {}

  private JsonRoots() {}

  /** The values between two places of a line of UTF-8. */
  static List<Root> of(byte[] line, int from, int to) {
    List<Root> roots = new ArrayList<>(1);
    for (Root root = next(line, from, to); root != null; root = next(line, root.end(), to)) {
      roots.add(root);
    }
    return roots;
  }

  /** The first value between two places; null if there is none. */
  static Root next(byte[] line, int from, int to) {
    int start = skip(line, from, to);
    if (start == to) {
      return null;
    }
    int end = end(line, start, to);
    return new Root(start, end < 0 ? to : end, end >= 0);
  }

  /** How many values there are between two places. */
  static long count(byte[] line, int from, int to) {
    long count = 0;
    for (Root root = next(line, from, to); root != null; root = next(line, root.end(), to)) {
      count++;
    }
    return count;
  }

  private static int skip(byte[] line, int from, int to) {
    int at = from;
    while (at < to && (line[at] == ',' || isSpace(line[at]))) {
      at++;
    }
    return at;
  }

  /** White space, and the mark that RFC 7464 puts before each value. */
  public static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0x1e;
  }

  /** Behind the value that begins here; -1 if it is not closed. */
  private static int end(byte[] line, int start, int to) {
    if (line[start] != '{' && line[start] != '[') {
      int at = start + 1;
      while (at < to && line[at] != '{') {
        at++;
      }
      return at;
    }
    int depth = 0;
    boolean quoted = false;
    for (int at = start; at < to; at++) {
      byte b = line[at];
      if (quoted) {
        if (b == '\\') {
          at++;
        } else if (b == '"') {
          quoted = false;
        }
      } else if (b == '"') {
        quoted = true;
      } else if (b == '{' || b == '[') {
        depth++;
      } else if (b == '}' || b == ']') {
        depth--;
        if (depth == 0) {
          return at + 1;
        }
      }
    }
    return -1;
  }
}
