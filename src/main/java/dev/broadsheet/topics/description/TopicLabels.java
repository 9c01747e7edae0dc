package dev.broadsheet.topics.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names topics by three of their {@linkplain BestTerms best terms}, in their order: nouns and names
 * ({@link WordClasses}), unless there are too few, and each thing once ({@link SameThing}).
 *
 * <p>Nor does a label say a phrase beside its words: where "interest rates" is among the best
 * terms, it stands for "rates", and so does a name for its two ends. It has a name where one is
 * among the first five.
 */
final class TopicLabels {
  private static final int TERMS = 3;

  /** Only these many of the model's best terms may name a topic. */
  private static final int CANDIDATES = 20;

  /** Only a phrase among so many of the best may stand for one of its words. */
  private static final int PHRASES = 10;

  /** A name that is this far in front is better than a third common word. */
  private static final int NAMES = 5;

  private final WordClasses words;

  private TopicLabels(WordClasses words) {
    this.words = words;
  }

  /** A label for each topic, no two alike. */
  static List<String> of(List<List<Topic.Term>> topics, WordClasses words) {
    var rules = new TopicLabels(words);
    Set<String> taken = new HashSet<>();
    return topics.stream().map(terms -> rules.label(terms, taken)).toList();
  }

  private String label(List<Topic.Term> terms, Set<String> taken) {
    List<String> best = withName(SameThing.once(wholeNames(candidates(terms))));
    String label = "";
    for (int n = Math.min(TERMS, best.size()); n <= best.size(); n++) {
      label = String.join(", ", best.subList(0, n));
      if (taken.add(label)) {
        return label;
      }
    }
    for (int n = 2; !taken.add(label); n++) {
      label = String.join(", ", best) + " (" + n + ")";
    }
    return label;
  }

  private List<String> candidates(List<Topic.Term> terms) {
    List<String> all =
        terms.stream()
            .limit(CANDIDATES)
            .filter(term -> term.probability() > 0)
            .map(Topic.Term::term)
            .toList();
    List<String> nominals = all.stream().filter(words.nominals()).toList();
    List<String> candidates =
        nominals.size() >= TERMS
            ? nominals
            : Stream.concat(nominals.stream(), all.stream()).distinct().toList();
    List<String> phrases = candidates.subList(0, Math.min(PHRASES, candidates.size()));
    return candidates.stream().map(term -> phraseOf(term, phrases)).toList();
  }

  /** Where both ends of a name are among the first terms, the name is said, not each end. */
  private List<String> wholeNames(List<String> terms) {
    List<String> said = new ArrayList<>(terms);
    for (int i = 0; i < Math.min(NAMES, said.size()); i++) {
      for (int j = i + 1; j < Math.min(NAMES, said.size()); j++) {
        Optional<String> name = words.whole().of(said.get(i), said.get(j));
        if (name.isPresent()) {
          said.set(i, name.get());
          said.remove(j);
        }
      }
    }
    return said;
  }

  private static String phraseOf(String term, List<String> phrases) {
    return phrases.stream().filter(p -> SameThing.isPart(term, p)).findFirst().orElse(term);
  }

  /** With a name in the third place, if the first three have none. */
  private List<String> withName(List<String> terms) {
    int near = Math.min(NAMES, terms.size());
    if (terms.stream().limit(TERMS).anyMatch(words.names())) {
      return terms;
    }
    int name =
        IntStream.range(0, near)
            .filter(i -> words.names().test(terms.get(i)))
            .findFirst()
            .orElse(-1);
    if (name < 0) {
      return terms;
    }
    List<String> moved = new ArrayList<>(terms);
    moved.add(TERMS - 1, moved.remove(name));
    return moved;
  }
}
