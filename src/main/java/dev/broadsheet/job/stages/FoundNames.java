package dev.broadsheet.job.stages;

import dev.broadsheet.names.Names;
import dev.broadsheet.names.WordUse;
import dev.broadsheet.text.Nominals;
import dev.broadsheet.topics.NamedTerms;
import dev.broadsheet.topics.Vocabulary;
import dev.broadsheet.topics.description.WholeNames;
import dev.broadsheet.topics.description.WordClasses;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/**
 * The names of the originals.
 *
 * @param frequent the names that are kept, the most frequent first, and how many articles have each
 * @param byArticle article_id and an array of all of its names, cached, in canonical order; empty
 *     for texts that have none
 * @param use of words that are no names
 */
public record FoundNames(
    Map<String, Long> frequent, Optional<JavaRDD<Row>> byArticle, WordUse use) {
  /** No names. */
  public static final FoundNames NOTHING =
      new FoundNames(Map.of(), Optional.empty(), WordUse.UNKNOWN);

  /** Where fewer terms than one of so many are nominals, texts write them as other words. */
  private static final int NOMINAL_ONE_IN = 4;

  /**
   * What labels know of words.
   *
   * @param language ISO 639-1; null for one that is not known: only shapes tell there
   */
  WordClasses classes(String language) {
    String code = language == null ? "" : language;
    return new WordClasses(
        term -> isLong(term) || Nominals.mayBe(term, code) && use.mayBeNoun(term),
        term -> Nominals.isName(term, code),
        WholeNames.of(List.copyOf(frequent.keySet())));
  }

  /** Whether a term is a name of several words, whatever each of them may be besides. */
  private boolean isLong(String term) {
    return term.indexOf(' ') > 0 && frequent.containsKey(term);
  }

  /** What terms are shown as: names, but for those that add a company's form only. */
  NamedTerms terms() {
    Map<String, Long> names = new LinkedHashMap<>(frequent);
    names.keySet().removeIf(Names::hasCompanyForm);
    return NamedTerms.of(names);
  }

  /**
   * For each term of a vocabulary whether it may name what is written about, or describe it.
   *
   * @param language as in {@link #classes}; of texts without one, all terms may
   */
  public boolean[] nominals(String language, Vocabulary vocabulary) {
    String[] terms = vocabulary.terms();
    boolean[] nominals = new boolean[terms.length];
    int found = 0;
    for (int i = 0; i < terms.length; i++) {
      nominals[i] =
          language == null
              || isLong(terms[i])
              || Nominals.mayBe(terms[i], language) && use.mayBeNominal(terms[i]);
      found += nominals[i] ? 1 : 0;
    }
    if (NOMINAL_ONE_IN * found < terms.length) {
      Arrays.fill(nominals, true);
    }
    return nominals;
  }
}
