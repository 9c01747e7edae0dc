package dev.broadsheet.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names by their first and last word: "Ada Voss" for the terms "Voss" and "Ada", "Lower-Sarn" for
 * "Sarn" and "Lower".
 */
public final class WholeNames {
  /** No name is known. */
  public static final WholeNames NONE = new WholeNames(Map.of());

  private final Map<String, String> byEnds;

  private WholeNames(Map<String, String> byEnds) {
    this.byEnds = byEnds;
  }

  /**
   * Names as they are shown; of those with equal ends the first counts.
   *
   * @param names the most frequent first
   */
  public static WholeNames of(List<String> names) {
    Map<String, String> byEnds = new HashMap<>();
    for (String name : names) {
      char between = name.indexOf(' ') < 0 ? '-' : ' ';
      int first = name.indexOf(between);
      if (first > 0) {
        String last = name.substring(name.lastIndexOf(between) + 1);
        byEnds.putIfAbsent(name.substring(0, first) + " " + last, name);
      }
    }
    return new WholeNames(byEnds);
  }

  /** The name that begins with one of two words and ends with the other. */
  Optional<String> of(String one, String other) {
    return Optional.ofNullable(byEnds.get(one + " " + other))
        .or(() -> Optional.ofNullable(byEnds.get(other + " " + one)));
  }
}
