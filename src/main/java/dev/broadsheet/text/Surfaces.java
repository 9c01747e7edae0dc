package dev.broadsheet.text;

import java.util.List;
import java.util.Locale;

/**
 * How terms are written, for people to see. A form that stands in a line of capitals is in small
 * letters and has a mark in front: it is for terms that have no other.
 */
final class Surfaces {
  private static final String IN_CAPITALS = "\u0001";

  private Surfaces() {}

  /** Analyzers put some words in small letters; the text knows better. */
  static String of(String surface, String written) {
    return surface.equalsIgnoreCase(written) ? written : surface;
  }

  /** Marks a word in a line of capitals. */
  static String inCapitals(String surface, String language) {
    return IN_CAPITALS
        + surface.toLowerCase(language.equals("tr") ? Locale.forLanguageTag("tr") : Locale.ROOT);
  }

  /** The form of a phrase: with spaces between its words, if their script has any. */
  static String joined(List<String> words) {
    var phrase = new StringBuilder(words.get(0));
    for (String word : words.subList(1, words.size())) {
      boolean unspaced =
          Scripts.isUnspaced(phrase.codePointBefore(phrase.length()))
              && Scripts.isUnspaced(word.codePointAt(0));
      phrase.append(unspaced ? "" : " ").append(word);
    }
    return phrase.toString();
  }
}
