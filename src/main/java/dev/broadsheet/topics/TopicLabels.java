package dev.broadsheet.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names topics by their {@linkplain BestTerms best terms}, in their order.
 *
 * <p>"Iran, Iranian, trade, trading" says two things, not four: of the forms of one word a label
 * has the best. Stems do not tell ("Ukraine", "Ukrainian"), so letters do. Nor does it say a phrase
 * beside its words: where "interest rates" is among the best terms, it stands for "rates". English
 * titles in articles of another language leave "The" among the terms of films and songs: no label
 * has such a word, unless there is nothing else.
 */
final class TopicLabels {
  private static final int TERMS = 3;

  /** Only these many of the model's best terms may name a topic. */
  private static final int CANDIDATES = 20;

  /** Only a phrase among so many of the best may stand for one of its words. */
  private static final int PHRASES = 10;

  /** Forms of one word begin with at least these many equal letters: "Iran", but not "Iraq". */
  private static final int LETTERS = 4;

  /**
   * They are at least this part of the shorter form: "trade, trading" (4 of 5), but not "Austria,
   * Australia" (5 of 7) or "interest, international" (5 of 8).
   */
  private static final double PART = 0.75;

  /** English words that say nothing, of those that are no words of another language. */
  private static final Set<String> ENGLISH =
      Set.of("the", "of", "with", "from", "this", "that", "you", "your");

  private TopicLabels() {}

  /** A label for each topic, no two alike, none with two forms of one word or phrase. */
  static List<String> of(List<List<Topic.Term>> topics) {
    Set<String> taken = new HashSet<>();
    List<String> labels = new ArrayList<>();
    for (List<Topic.Term> terms : topics) {
      List<String> best = withoutOtherForms(candidates(terms));
      String label = "";
      for (int n = Math.min(TERMS, best.size()); n <= best.size(); n++) {
        label = String.join(", ", best.subList(0, n));
        if (!taken.contains(label)) {
          break;
        }
      }
      for (int n = 2; taken.contains(label); n++) {
        label = String.join(", ", best) + " (" + n + ")";
      }
      taken.add(label);
      labels.add(label);
    }
    return labels;
  }

  private static List<String> candidates(List<Topic.Term> terms) {
    List<String> all =
        terms.stream()
            .limit(CANDIDATES)
            .filter(term -> term.probability() > 0)
            .map(Topic.Term::term)
            .toList();
    List<String> telling = all.stream().filter(term -> !isEmptyWord(term)).toList();
    List<String> candidates = telling.isEmpty() ? all : telling;
    List<String> best = candidates.subList(0, Math.min(PHRASES, candidates.size()));
    return candidates.stream()
        .map(
            term ->
                best.stream()
                    .filter(phrase -> words(phrase).size() > words(term).size())
                    .filter(phrase -> isIn(words(term), words(phrase)))
                    .findFirst()
                    .orElse(term))
        .toList();
  }

  /** "OF" may be a name. */
  private static boolean isEmptyWord(String term) {
    return ENGLISH.contains(term.toLowerCase(Locale.ROOT))
        && !term.equals(term.toUpperCase(Locale.ROOT));
  }

  private static List<String> withoutOtherForms(List<String> terms) {
    List<String> kept = new ArrayList<>();
    for (String term : terms) {
      if (kept.stream().noneMatch(other -> sayTheSame(term, other))) {
        kept.add(term);
      }
    }
    return kept;
  }

  /** Whether one of two terms has all words of the other. */
  private static boolean sayTheSame(String term, String other) {
    List<String> words = words(term);
    List<String> others = words(other);
    return words.size() <= others.size() ? isIn(words, others) : isIn(others, words);
  }

  private static List<String> words(String term) {
    return List.of(term.toLowerCase(Locale.ROOT).split(" "));
  }

  private static boolean isIn(List<String> words, List<String> others) {
    return words.stream()
        .allMatch(word -> others.stream().anyMatch(other -> areFormsOfOneWord(word, other)));
  }

  private static boolean areFormsOfOneWord(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int equal = 0;
    while (equal < shorter && a.charAt(equal) == b.charAt(equal)) {
      equal++;
    }
    return a.equals(b) || equal >= LETTERS && equal >= PART * shorter;
  }
}
