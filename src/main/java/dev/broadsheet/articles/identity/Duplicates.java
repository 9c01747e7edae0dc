package dev.broadsheet.articles.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds articles that say the same to the letter but for case, white space and punctuation: other
 * versions under one id, equal titles with equal bodies, and equal bodies of a dozen words or more.
 * Of these the one published first is the original, then the one with the smallest id, so that
 * tomorrow's reprint does not change which article counts.
 *
 * <p>A short body, such as "Watch the video.", says too little to make two articles one. A body of
 * any length that one source has under five titles is a stub: a wall, a notice, anything but the
 * text of these articles.
 */
final class Duplicates {
  private static final int TITLES_OF_A_STUB = 5;

  private static final Comparator<Copy> FIRST =
      Comparator.comparingInt(Copy::day).thenComparing(Copy::id, Long::compareUnsigned);

  private Duplicates() {}

  /**
   * Says of each article, and of its earlier versions, what it is a duplicate of.
   *
   * @param copies all articles of the corpus with one text
   */
  static List<Identity> mark(Collection<Copy> copies) {
    Map<String, Set<String>> titles = new HashMap<>();
    copies.forEach(
        copy -> titles.computeIfAbsent(copy.source(), s -> new HashSet<>()).add(copy.headline()));
    boolean notice = titles.values().stream().anyMatch(some -> some.size() >= TITLES_OF_A_STUB);
    Map<String, Copy> originals = new HashMap<>();
    copies.forEach(
        copy ->
            originals.merge(group(copy, notice), copy, (a, b) -> FIRST.compare(a, b) <= 0 ? a : b));
    List<Identity> found = new ArrayList<>();
    copies.forEach(
        copy -> add(found, copy, originals.get(group(copy, notice)), isStub(copy, notice)));
    return found;
  }

  private static boolean isStub(Copy copy, boolean notice) {
    return notice && copy.source() != null;
  }

  private static String group(Copy copy, boolean notice) {
    return copy.hasWords() && !isStub(copy, notice) ? "" : copy.headline();
  }

  private static void add(List<Identity> found, Copy copy, Copy original, boolean stub) {
    Long duplicateOf = original.id() == copy.id() ? null : original.id();
    found.add(new Identity(copy.location(), copy.id(), null, duplicateOf, stub));
    long[] versions = copy.versions();
    for (int i = 0; i < versions.length; i += 2) {
      found.add(new Identity(versions[i], versions[i + 1], copy.id(), original.id(), stub));
    }
  }
}
