package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.broadsheet.articles.input.Utf8;
import java.io.IOException;
import java.util.List;

/** How a JSON file is laid out, by its first bytes: in lines, in a list, in lists of lists. */
final class JsonShape {
  private static final int LINES = 200;

  private JsonShape() {}

  /** Whether the first value of a list is a list with something in it. */
  static boolean isListOfLists(byte[] head, int from, int length) {
    int at = skipSpace(head, from, length);
    int inner = at < length && head[at] == '[' ? skipSpace(head, at + 1, length) : length;
    return inner < length && head[inner] != '{' && head[inner] != ']';
  }

  /** Where the first value begins. */
  static int start(byte[] head, int length) {
    return skipSpace(head, Utf8.start(head, 0, length), length);
  }

  private static int skipSpace(byte[] head, int from, int length) {
    int at = from;
    while (at < length && JsonRoots.isSpace(head[at])) {
      at++;
    }
    return at;
  }

  /** The first line has whole objects, or is a broken one and the second has. */
  static boolean isByLines(JsonFactory json, byte[] head, int start, int length, boolean complete) {
    if (head[start] != '{') {
      return head[start] != '[';
    }
    int end = lineEnd(head, start, length);
    if (end == length && !complete) {
      return false;
    }
    if (isWhole(head, start, end)) {
      return true;
    }
    int second = Math.min(length, end + 1);
    int secondEnd = lineEnd(head, second, length);
    return isWhole(head, second, secondEnd) && isBroken(json, head, start, secondEnd);
  }

  private static int lineEnd(byte[] head, int from, int length) {
    int to = from;
    while (to < length && head[to] != '\n') {
      to++;
    }
    return to;
  }

  private static boolean isWhole(byte[] head, int from, int to) {
    List<JsonRoots.Root> roots = JsonRoots.of(head, from, to);
    return !roots.isEmpty()
        && roots.get(roots.size() - 1).whole()
        && head[roots.get(0).start()] == '{';
  }

  /** Whether this is no JSON, be it that more follows. */
  private static boolean isBroken(JsonFactory json, byte[] head, int from, int to) {
    try (JsonParser parser = json.createParser(head, from, to - from)) {
      while (parser.nextToken() != null) {
        // Only whether it can be read is asked.
      }
      return false;
    } catch (JsonProcessingException e) {
      // At the very end it is only that more follows.
      return e.getLocation().getByteOffset() < to - from - 1;
    } catch (IOException e) {
      return true;
    }
  }

  /** Looks at the fields of the first lines. */
  static void addLines(JsonFields fields, JsonFactory json, byte[] head, int start, int length) {
    int from = start;
    for (int line = 0; line < LINES && from < length; line++) {
      int to = lineEnd(head, from, length);
      fields.add(json, head, from, to);
      from = to + 1;
    }
  }
}
