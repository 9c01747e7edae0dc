package dev.broadsheet.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often engines fit: a slow one may have fewer fits than the others of the same run.
 *
 * @param usual the most fits of an engine
 * @param others of those that have another number
 */
record Repeats(int usual, Map<String, Integer> others) {
  /**
   * Reads what {@code --repeat} takes.
   *
   * @param texts a number, and ENGINE=NUMBER for each engine that has another
   * @throws IllegalArgumentException for anything else
   */
  static Repeats of(List<String> texts, Set<String> engines) {
    int usual = 3;
    Map<String, Integer> others = new HashMap<>();
    for (String text : texts) {
      int equals = text.indexOf('=');
      if (equals < 0) {
        usual = number(text, text);
      } else if (engines.contains(text.substring(0, equals))) {
        others.put(text.substring(0, equals), number(text, text.substring(equals + 1)));
      } else {
        throw refused(text, "there is no such engine in this run");
      }
    }
    return new Repeats(usual, others);
  }

  private static int number(String text, String digits) {
    try {
      int number = Integer.parseInt(digits);
      if (number >= 1) {
        return number;
      }
      throw refused(text, "one fit is the least");
    } catch (NumberFormatException e) {
      throw refused(text, "it is no whole number");
    }
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException(
        "Cannot use --repeat %s: %s. Write 5, or 5,lda=1.".formatted(text, why));
  }

  /** The most fits of an engine. */
  int of(String engine) {
    return others.getOrDefault(engine, usual);
  }

  /** For the foot of a table: "5", or "5 (lda 1)". */
  @Override
  public String toString() {
    String exceptions =
        others.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(e -> e.getKey() + " " + e.getValue())
            .reduce((a, b) -> a + ", " + b)
            .map(" (%s)"::formatted)
            .orElse("");
    return usual + exceptions;
  }
}
