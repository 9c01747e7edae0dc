package dev.broadsheet.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;

/**
 * Joins the words of one text into phrases: first two words, then three, of those that overlap the
 * best. Words of a phrase stand next to each other, or have one connective between them.
 */
final class PhraseMerger implements Serializable {
  private static final long serialVersionUID = 1;

  /** The most words of a phrase, connectives not counted. */
  static final int WORDS = 3;

  /**
   * A word or phrase of a text.
   *
   * @param key its stems, with spaces between them
   * @param start the position of its first word
   * @param end the position of its last
   * @param words how many, connectives not counted
   */
  record Unit(String key, String surface, int start, int end, int words) {
    /** Whether it may stand on its own. */
    boolean isTerm() {
      return words > 1 || PhraseWords.isTerm(key);
    }

    private boolean isOpener() {
      return words == 1 && PhraseWords.isOpener(key);
    }

    private boolean isConnective() {
      return words == 1 && PhraseWords.isConnective(key);
    }

    private boolean isBefore(Unit other) {
      return other.start - end == 1;
    }
  }

  /** Two units that may be joined, and the places of the first and last of them. */
  private record Joint(String key, int first, int last, int words) {}

  private final Map<String, Integer> ranks;

  private PhraseMerger(Map<String, Integer> ranks) {
    this.ranks = ranks;
  }

  /** Joins these phrases, of those that overlap the first in the list. */
  static PhraseMerger of(List<Phrase> phrases) {
    Map<String, Integer> ranks = new HashMap<>();
    phrases.forEach(phrase -> ranks.put(phrase.key(), ranks.size()));
    return new PhraseMerger(ranks);
  }

  /** To be had on every executor. */
  Broadcast<PhraseMerger> shared(SparkSession spark) {
    return spark
        .sparkContext()
        .broadcast(this, scala.reflect.ClassTag$.MODULE$.apply(PhraseMerger.class));
  }

  /** The words of a text. */
  static List<Unit> units(List<String> words, List<Integer> positions, List<String> surfaces) {
    List<Unit> units = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      int position = positions.get(i);
      units.add(new Unit(words.get(i), surfaces.get(i), position, position, 1));
    }
    return units;
  }

  /**
   * The different phrases of a number of words that could be made by joining two units, and the
   * units of at least one word less.
   */
  static Set<String> keys(List<Unit> units, int words) {
    Set<String> keys = new LinkedHashSet<>();
    units.stream().filter(unit -> unit.words() >= words - 1).forEach(unit -> keys.add(unit.key()));
    joints(units, words).forEach(joint -> keys.add(joint.key()));
    return keys;
  }

  private static String key(List<Unit> units, int first, int last) {
    List<String> keys = new ArrayList<>(last - first + 1);
    for (int i = first; i <= last; i++) {
      keys.add(units.get(i).key());
    }
    return PhraseKey.of(keys);
  }

  /** Joins what makes phrases. */
  List<Unit> merge(List<Unit> units) {
    List<Unit> merged = units;
    for (int words = 2; words <= WORDS; words++) {
      merged = merge(merged, words);
    }
    return merged;
  }

  private List<Unit> merge(List<Unit> units, int words) {
    List<Joint> best =
        joints(units, words).stream()
            .filter(joint -> ranks.containsKey(joint.key()))
            .sorted(Comparator.comparing(joint -> ranks.get(joint.key())))
            .toList();
    if (best.isEmpty()) {
      return units;
    }
    Joint[] at = new Joint[units.size()];
    boolean[] taken = new boolean[units.size()];
    for (Joint joint : best) {
      if (!taken[joint.first()] && !taken[joint.last()]) {
        at[joint.first()] = joint;
        for (int i = joint.first(); i <= joint.last(); i++) {
          taken[i] = true;
        }
      }
    }
    List<Unit> merged = new ArrayList<>(units.size());
    for (int i = 0; i < units.size(); i++) {
      if (at[i] != null) {
        merged.add(joined(units.subList(i, at[i].last() + 1), at[i]));
      } else if (!taken[i]) {
        merged.add(units.get(i));
      }
    }
    return merged;
  }

  private static Unit joined(List<Unit> parts, Joint joint) {
    return new Unit(
        joint.key(),
        Surfaces.joined(parts.stream().map(Unit::surface).toList()),
        parts.get(0).start(),
        parts.get(parts.size() - 1).end(),
        joint.words());
  }

  private static List<Joint> joints(List<Unit> units, int words) {
    List<Joint> joints = new ArrayList<>();
    for (int first = 0; first + 1 < units.size(); first++) {
      int last = units.get(first + 1).isConnective() ? first + 2 : first + 1;
      if (last < units.size() && isJoint(units, first, last, words)) {
        String key = key(units, first, last);
        joints.add(new Joint(key, first, last, words));
      }
    }
    return joints;
  }

  private static boolean isJoint(List<Unit> units, int first, int last, int words) {
    Unit end = units.get(last);
    return units.get(first).words() + end.words() == words
        && units.get(first).isBefore(units.get(first + 1))
        && units.get(last - 1).isBefore(end)
        && !units.get(first).isConnective()
        && !end.isConnective()
        && !end.isOpener();
  }
}
