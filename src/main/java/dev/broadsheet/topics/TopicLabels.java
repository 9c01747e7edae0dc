package dev.broadsheet.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Names topics by the terms that tell them from the others: by relevance, λ · ln p(term | topic) +
 * (1 − λ) · ln lift with λ = 0.5 (Sievert and Shirley 2014, p. 66).
 */
final class TopicLabels {
  private static final double LAMBDA = 0.5;
  private static final int TERMS = 3;

  /** Only these many of the model's best terms may name a topic. */
  private static final int CANDIDATES = 20;

  private TopicLabels() {}

  /** A label for each topic, no two alike. */
  static List<String> of(List<List<Topic.Term>> topics) {
    Set<String> taken = new HashSet<>();
    List<String> labels = new ArrayList<>();
    for (List<Topic.Term> terms : topics) {
      List<String> best =
          terms.stream()
              .limit(CANDIDATES)
              .filter(term -> term.probability() > 0)
              .sorted(
                  Comparator.comparingDouble(TopicLabels::relevance)
                      .reversed()
                      .thenComparing(Topic.Term::rank))
              .map(Topic.Term::term)
              .toList();
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

  /** As a float, so that the last bit of a double does not decide between equals. */
  private static float relevance(Topic.Term term) {
    return (float)
        (LAMBDA * StrictMath.log(term.probability()) + (1 - LAMBDA) * StrictMath.log(term.lift()));
  }
}
