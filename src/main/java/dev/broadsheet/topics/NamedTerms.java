package dev.broadsheet.topics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The names that terms stand for. A phrase has three words at most, and knows neither titles nor
 * the other words of a name: "Tariffs and Trade" for the General Agreement on these, "State George
 * Shultz" for the man and the end of his office. A stem has no possessive.
 *
 * <ul>
 *   <li>A phrase that is nearly always a part of one longer name is this name: what is nested in
 *       one longer term only is no term of its own (Frantzi and Ananiadou 1998, C-value).
 *   <li>So is a word that nearly always begins one name of two words or three: "Conrad" for "Conrad
 *       Black". A last name stands for itself.
 *   <li>A phrase in capitals that ends with a name of two words or more, and is neither a name nor
 *       a part of one, is that name, if nearly as many articles or more have it, and no other term
 *       reaches over where the name begins: "Red Bull" says that "Bull Salzburg" is cut.
 *   <li>A term that is a name only with its possessive is that: "Moody's".
 * </ul>
 */
public final class NamedTerms {
  /** This part of a phrase's articles has the name, and of the name's the phrase. */
  private static final double NEARLY_ALWAYS = 0.8;

  private static final String SPACE = " ";
  private static final String POSSESSIVE = "'s";

  /** A word may stand for a name of so many words. */
  private static final int SHORT = 3;

  private final Map<String, Long> names;

  /** For parts of names, of two words and more or the first word of a short one, these names. */
  private final Map<String, List<String>> longer;

  private NamedTerms(Map<String, Long> names, Map<String, List<String>> longer) {
    this.names = names;
    this.longer = longer;
  }

  /**
   * Of names as they are shown.
   *
   * @param names in how many articles each is, the most frequent first
   */
  public static NamedTerms of(Map<String, Long> names) {
    Map<String, List<String>> longer = new HashMap<>();
    for (String name : names.keySet()) {
      List<String> words = List.of(name.split(SPACE));
      for (int from = 0; from < words.size(); from++) {
        boolean begins = from == 0 && words.size() <= SHORT;
        for (int to = from + (begins ? 1 : 2); to <= words.size(); to++) {
          if (to - from < words.size()) {
            String part = join(words, from, to);
            longer.computeIfAbsent(part, same -> new ArrayList<>()).add(name);
          }
        }
      }
    }
    return new NamedTerms(names, longer);
  }

  /**
   * The name that a term stands for, if it stands for one.
   *
   * @param term as it is shown
   * @param articles how many have it
   * @param terms whether there is a term that is shown so
   */
  Optional<String> of(String term, long articles, Predicate<String> terms) {
    if (!names.containsKey(term) && names.containsKey(term + POSSESSIVE)) {
      return Optional.of(term + POSSESSIVE);
    }
    if (longer.containsKey(term)) {
      boolean alone = names.getOrDefault(term, 0L) > articles - NEARLY_ALWAYS * articles;
      return alone
          ? Optional.empty()
          : longer.get(term).stream().filter(name -> isSame(names.get(name), articles)).findFirst();
    }
    return names.containsKey(term) || !term.contains(SPACE)
        ? Optional.empty()
        : end(term, articles, terms);
  }

  private static boolean isSame(long some, long others) {
    return Math.min(some, others) >= NEARLY_ALWAYS * Math.max(some, others);
  }

  private Optional<String> end(String phrase, long articles, Predicate<String> terms) {
    List<String> words = List.of(phrase.split(SPACE));
    int capitals = 0;
    while (capitals < words.size() && Character.isUpperCase(words.get(capitals).codePointAt(0))) {
      capitals++;
    }
    for (int from = 1; from <= Math.min(capitals, words.size() - 2); from++) {
      String end = join(words, from, words.size());
      boolean over =
          IntStream.range(from + 1, words.size()).anyMatch(to -> terms.test(join(words, 0, to)));
      if (!over && names.getOrDefault(end, 0L) >= NEARLY_ALWAYS * articles) {
        return Optional.of(end);
      }
    }
    return Optional.empty();
  }

  private static String join(List<String> words, int from, int to) {
    return String.join(SPACE, words.subList(from, to));
  }
}
