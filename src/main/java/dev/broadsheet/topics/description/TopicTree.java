package dev.broadsheet.topics.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Groups topics by agglomerative clustering with average linkage (UPGMA; Sokal and Michener 1958).
 *
 * <p>Joining ends at √k groups, or before, when the two nearest groups have nothing in common.
 * Topics of news are all nearly equally far from each other: with NMF the median Jensen–Shannon
 * distance was 0.92 on Reuters-21578, that of nearest neighbours 0.83; with LDA 0.96 and 0.88. What
 * is usual differs from model to model, so the limit is a part of the median; nearer to it, topics
 * are joined by chance (a festival and a clinic among the 164 articles of {@code seeds/}).
 */
final class TopicTree {
  /** Groups are joined up to this part of the median distance of two topics. */
  private static final double NEARER_THAN_USUAL = 0.93;

  /** At this distance nine tenths of the divergence that is possible are there. */
  private static final double NOTHING_IN_COMMON = 0.95;

  private TopicTree() {}

  /**
   * The parent of each topic: the largest topic of its group, itself if it is that or alone.
   *
   * @param distances k × k, as {@link TopicDistances#jensenShannon} returns them
   * @param articles how many articles have the topic as their main topic, k of them; of equally
   *     large topics the one with the lower index is the parent
   * @return k row indexes
   */
  public static int[] parents(double[][] distances, long[] articles) {
    int[] parents = new int[distances.length];
    for (List<Integer> group : groups(distances)) {
      int largest =
          group.stream()
              .max(
                  Comparator.comparingLong((Integer topic) -> articles[topic])
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      group.forEach(topic -> parents[topic] = largest);
    }
    return parents;
  }

  private static List<List<Integer>> groups(double[][] distances) {
    int k = distances.length;
    double limit = Math.min(NOTHING_IN_COMMON, NEARER_THAN_USUAL * median(distances));
    long fewest = Math.round(StrictMath.sqrt(k));
    double[][] averages = Arrays.stream(distances).map(double[]::clone).toArray(double[][]::new);
    List<List<Integer>> groups = new ArrayList<>();
    IntStream.range(0, k).forEach(topic -> groups.add(new ArrayList<>(List.of(topic))));
    for (int left = k; left > fewest; left--) {
      int[] pair = nearest(averages, groups);
      if (averages[pair[0]][pair[1]] > limit) {
        break;
      }
      join(pair[0], pair[1], averages, groups);
    }
    return groups.stream().filter(group -> !group.isEmpty()).toList();
  }

  /** As floats, so that the last bit of a double does not decide between equals. */
  private static int[] nearest(double[][] averages, List<List<Integer>> groups) {
    int[] nearest = null;
    for (int i = 0; i < averages.length; i++) {
      for (int j = i + 1; j < averages.length && !groups.get(i).isEmpty(); j++) {
        if (!groups.get(j).isEmpty()
            && (nearest == null
                || (float) averages[i][j] < (float) averages[nearest[0]][nearest[1]])) {
          nearest = new int[] {i, j};
        }
      }
    }
    return nearest;
  }

  /** Moves group j into group i; j is empty after that. */
  private static void join(int i, int j, double[][] averages, List<List<Integer>> groups) {
    double size = groups.get(i).size();
    double other = groups.get(j).size();
    for (int g = 0; g < averages.length; g++) {
      averages[i][g] = (size * averages[i][g] + other * averages[j][g]) / (size + other);
      averages[g][i] = averages[i][g];
    }
    groups.get(i).addAll(groups.get(j));
    groups.get(j).clear();
  }

  private static double median(double[][] distances) {
    double[] pairs =
        IntStream.range(0, distances.length)
            .boxed()
            .flatMapToDouble(i -> Arrays.stream(distances[i], 0, i))
            .sorted()
            .toArray();
    return pairs.length == 0 ? 0 : pairs[pairs.length / 2];
  }
}
