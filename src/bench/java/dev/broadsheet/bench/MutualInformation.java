package dev.broadsheet.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How much one grouping of documents says of another. */
final class MutualInformation {
  private MutualInformation() {}

  /**
   * Mutual information over the mean of the two entropies, 0 to 1 (Strehl and Ghosh 2002, with the
   * arithmetic mean, as scikit-learn has it); 1 where neither has more than one group.
   */
  static double normalized(List<?> first, List<?> second) {
    double a = entropy(first);
    double b = entropy(second);
    double both =
        entropy(
            IntStream.range(0, first.size())
                .mapToObj(i -> List.of(first.get(i), second.get(i)))
                .toList());
    return a + b == 0 ? 1 : 2 * (a + b - both) / (a + b);
  }

  private static double entropy(List<?> groups) {
    Map<Object, Long> sizes = groups.stream().collect(groupingBy(Function.identity(), counting()));
    double n = groups.size();
    return sizes.values().stream().mapToDouble(size -> -size / n * Math.log(size / n)).sum();
  }
}
