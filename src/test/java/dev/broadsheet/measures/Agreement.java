package dev.broadsheet.measures;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How far a grouping of documents agrees with labels that it has not seen. */
public final class Agreement {
  private Agreement() {}

  /**
   * Mutual information over the mean of the two entropies, 0 to 1 (Strehl and Ghosh 2002, with the
   * arithmetic mean, as scikit-learn has it); 1 where neither has more than one group.
   */
  public static double nmi(List<?> groups, List<?> labels) {
    double a = entropy(groups);
    double b = entropy(labels);
    double both = entropy(pairs(groups, labels));
    return a + b == 0 ? 1 : 2 * (a + b - both) / (a + b);
  }

  /**
   * The part of the documents whose label is the commonest one of their group, 0 to 1 (Manning,
   * Raghavan and Schütze 2008, p. 357). It rises with the number of groups.
   */
  public static double purity(List<?> groups, List<?> labels) {
    Map<Object, Long> commonest = new java.util.HashMap<>();
    sizes(pairs(groups, labels))
        .forEach((pair, size) -> commonest.merge(((List<?>) pair).get(0), size, Math::max));
    double agreed = commonest.values().stream().mapToLong(Long::longValue).sum();
    return agreed / groups.size();
  }

  private static List<?> pairs(List<?> groups, List<?> labels) {
    return IntStream.range(0, groups.size())
        .mapToObj(i -> List.of(groups.get(i), labels.get(i)))
        .toList();
  }

  private static double entropy(List<?> groups) {
    double n = groups.size();
    return sizes(groups).values().stream()
        .mapToDouble(size -> -size / n * Math.log(size / n))
        .sum();
  }

  private static Map<Object, Long> sizes(List<?> groups) {
    return groups.stream().collect(groupingBy(Function.identity(), counting()));
  }
}
