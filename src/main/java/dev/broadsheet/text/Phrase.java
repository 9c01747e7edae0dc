package dev.broadsheet.text;

import java.util.Comparator;

/**
 * A phrase of two or three words.
 *
 * @param key its stems, with spaces between them, and marks of stop words
 * @param documents in how many documents
 * @param npmi the association of its words, −1 to 1
 */
record Phrase(String key, long documents, double npmi) {
  static final Comparator<Phrase> BEST_FIRST =
      Comparator.comparingDouble(Phrase::npmi)
          .reversed()
          .thenComparing(Comparator.comparingLong(Phrase::documents).reversed())
          .thenComparing(Phrase::key);
}
