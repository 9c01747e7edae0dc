package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * Where in a JSON file a reader is: which objects and lists are open, and how far along the path to
 * the records each of them is.
 */
final class JsonPlace {
  /** What a value is that is left. */
  enum Left {
    /** A part of another, or one that had records. */
    WHOLE,
    /** One without records in the file's list, in which others have some. */
    BESIDE_OTHERS,
    /** The file's own, in which the path led to nothing. */
    WITHOUT_RECORDS
  }

  private record Level(boolean list, int matched) {}

  private final List<String> steps;
  private final Deque<Level> open = new ArrayDeque<>();
  private boolean reached = true;
  private boolean everReached;

  /**
   * Before the first value of a file.
   *
   * @param path to the records; empty if they are the file's own values
   */
  JsonPlace(String path) {
    steps = path.isEmpty() ? List.of() : List.of(path.split("\\."));
  }

  /** Before the first value again, as a reader begins anew. */
  void clear() {
    open.clear();
  }

  /** How many steps of the path lead here. */
  int matched() {
    return open.isEmpty() ? 0 : open.peek().matched;
  }

  /** Whether a field leads on to the records. */
  boolean isStep(String field) {
    String step = steps.get(matched());
    return step.equals(JsonLook.ANY) || field.equalsIgnoreCase(step);
  }

  /** Whether the values here are records, or lists of them. */
  boolean isAmongRecords() {
    return isRecord(matched());
  }

  boolean isRecord(int steps) {
    return steps == this.steps.size();
  }

  /** Whether this is a list of records. */
  boolean isInRecordList() {
    return !open.isEmpty() && isAmongRecords();
  }

  /** Goes into a value, if it is one that holds the records; so many steps lead to it. */
  boolean open(JsonToken token, int matched) {
    if (isOutermost()) {
      reached = false;
    }
    reached |= isRecord(matched);
    everReached |= reached;
    boolean list = token == JsonToken.START_ARRAY;
    boolean opens = list || token == JsonToken.START_OBJECT && !isRecord(matched);
    if (opens) {
      open.push(new Level(list, matched));
    }
    return opens;
  }

  /** Leaves a value; of the file's list it is known at its end only whether one had records. */
  Left close() {
    Level left = open.pop();
    if (!isOutermost() || (open.isEmpty() && left.list ? everReached : reached)) {
      return Left.WHOLE;
    }
    return open.isEmpty() ? Left.WITHOUT_RECORDS : Left.BESIDE_OTHERS;
  }

  /** Whether the values here are whole ones: the file's own, or those of its one list. */
  private boolean isOutermost() {
    return open.isEmpty() || open.size() == 1 && open.peek().list && open.peek().matched == 0;
  }

  /** What is to stand before a record, so that what follows it is where it belongs. */
  String beforeRecord() {
    if (open.isEmpty()) {
      return "";
    }
    var before = new StringBuilder();
    Iterator<Level> levels = open.descendingIterator();
    boolean list = false;
    int matched = 0;
    while (levels.hasNext()) {
      Level level = levels.next();
      list = level.list;
      matched = level.matched;
      before.append(list ? "[" : "{\"" + steps.get(matched++) + "\":");
    }
    for (; matched < steps.size(); matched++) {
      list = false;
      before.append("{\"").append(steps.get(matched)).append("\":");
    }
    boolean inObject = !steps.isEmpty() && steps.get(steps.size() - 1).equals(JsonLook.ANY);
    return list || inObject ? before.toString() : before.append('[').toString();
  }

  /** What is to stand before that which follows a record and its comma. */
  String beforeNext() {
    String before = beforeRecord();
    return before.endsWith(":") ? before.substring(0, before.lastIndexOf('{') + 1) : before;
  }
}
