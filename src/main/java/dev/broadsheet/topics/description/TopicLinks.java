package dev.broadsheet.topics.description;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The topics most like each topic. */
final class TopicLinks {
  private static final int MOST = 5;

  private TopicLinks() {}

  /**
   * A topic and one like it.
   *
   * @param topic row index
   * @param other row index
   * @param similarity 1 − distance, in 0..1
   */
  public record Link(int topic, int other, double similarity) {}

  /**
   * The five most similar others of each topic, or all where there are fewer: topic by topic, the
   * most similar first, ties to the lower index.
   *
   * @param distances k × k, as {@link TopicDistances#jensenShannon} returns them
   */
  public static List<Link> of(double[][] distances) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < distances.length; i++) {
      int topic = i;
      IntStream.range(0, distances.length)
          .filter(other -> other != topic)
          .mapToObj(other -> new Link(topic, other, 1 - distances[topic][other]))
          .sorted(Comparator.comparingDouble(Link::similarity).reversed())
          .limit(MOST)
          .forEach(links::add);
    }
    return links;
  }
}
