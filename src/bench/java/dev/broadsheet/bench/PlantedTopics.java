package dev.broadsheet.bench;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Counts the planted topics that a model found. */
final class PlantedTopics {
  private static final double ALIKE = 0.9;

  private PlantedTopics() {}

  private record Pair(int planted, int found, double cosine) {}

  /**
   * The pairs of a planted and a found topic with a cosine over 0.9, best pairs first, each topic
   * in one pair at most.
   *
   * @param planted rows over V terms
   * @param found rows over V terms
   */
  static int found(double[][] planted, double[][] found) {
    List<Pair> alike =
        IntStream.range(0, planted.length)
            .boxed()
            .flatMap(
                p ->
                    IntStream.range(0, found.length)
                        .mapToObj(f -> new Pair(p, f, cosine(planted[p], found[f]))))
            .filter(pair -> pair.cosine() > ALIKE)
            .sorted(Comparator.comparingDouble(Pair::cosine).reversed())
            .toList();
    Set<Integer> takenPlanted = new HashSet<>();
    Set<Integer> takenFound = new HashSet<>();
    for (Pair pair : alike) {
      if (!takenPlanted.contains(pair.planted()) && takenFound.add(pair.found())) {
        takenPlanted.add(pair.planted());
      }
    }
    return takenPlanted.size();
  }

  private static double cosine(double[] a, double[] b) {
    double product = dot(a, b);
    return product == 0 ? 0 : product / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(v -> a[v] * b[v]).sum();
  }
}
