package dev.broadsheet.articles.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands under one address: versions of one article, or several articles. Versions have equal
 * titles, or half of the shorter text is in the other; a text of a line or less is too short to be
 * another article.
 */
final class SharedAddress {
  /** How much of the shorter text is in the other one of a version. */
  private static final double SAME_TEXT = 0.5;

  /**
   * With so many articles before it, at most, a text is compared; equal titles are always found.
   */
  private static final int COMPARED = 200;

  private SharedAddress() {}

  /**
   * Says of each version which one wins of those of the same article.
   *
   * @param versions in the order in which the first wins
   */
  static List<Version> winners(List<Version> versions) {
    List<Version> winners = new ArrayList<>();
    Map<String, Version> byTitle = new HashMap<>();
    List<Version> found = new ArrayList<>(versions.size());
    for (Version version : versions) {
      String title = version.copy().headline();
      Version winner = byTitle.get(title);
      if (winner == null && !winners.isEmpty() && !TextSketch.isFull(version.sketch())) {
        winner = winners.get(0);
      }
      for (int j = winners.size() - 1;
          winner == null && j >= Math.max(0, winners.size() - COMPARED);
          j--) {
        Version other = winners.get(j);
        if (TextSketch.containment(version.sketch(), other.sketch()) >= SAME_TEXT) {
          winner = other;
        }
      }
      if (winner == null) {
        winner = version;
        winners.add(version);
      }
      byTitle.putIfAbsent(title, winner);
      found.add(winner);
    }
    return found;
  }
}
