package dev.broadsheet.topics.description;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
   * Names as they are shown; of those with equal ends the first counts. Where a hyphen joins two
   * that are names by themselves ("Iran-Iraq"), they stay two.
   *
   * @param names the most frequent first
   */
  public static WholeNames of(List<String> names) {
    Map<String, String> byEnds = new HashMap<>();
    Set<String> all = Set.copyOf(names);
    for (String name : names) {
      char between = name.indexOf(' ') < 0 ? '-' : ' ';
      int first = name.indexOf(between);
      if (first > 0) {
        String last = name.substring(name.lastIndexOf(between) + 1);
        String start = name.substring(0, first);
        if (between == ' ' || !all.contains(start) || !all.contains(last)) {
          byEnds.putIfAbsent(start + " " + last, name);
        }
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
