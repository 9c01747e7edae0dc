package dev.broadsheet.topics.description;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Keeps topic ids stable: finds the topics of the run before among those of this one, by {@link
 * TopicSimilarity}. Everything is on the driver, of the size of k × V.
 */
public final class TopicContinuity {
  private static final int NONE = TopicSimilarity.NONE;

  /** What became of a topic. */
  public enum Status {
    /** This run's topic is like none before. */
    NEW,
    /** It is the topic of before, and has its id. */
    KEPT,
    /** It came out of a topic of before that is kept by another topic. */
    SPLIT,
    /** The topic of before went into one of this run that is kept from another. */
    MERGED,
    /** No topic of this run is like the topic of before. */
    GONE;

    /** The name in {@code topic_lineage.status}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What is known of the run before.
   *
   * @param ids the id of each of its k' topics
   * @param stems its vocabulary, V' stems
   * @param termWeights k' × V', as {@link TopicModel#termWeights}
   * @param nextId the smallest id that no topic of any run ever had
   */
  public record Before(List<Integer> ids, String[] stems, double[][] termWeights, int nextId) {
    /** Before the first run. */
    public static final Before NOTHING = new Before(List.of(), new String[0], new double[0][], 1);

    /** The same where ids below this one are used, too. */
    public Before withNextId(int id) {
      return new Before(ids, stems, termWeights, Math.max(id, nextId));
    }
  }

  /**
   * Where a topic came from, or went.
   *
   * @param topicId the topic of this run; empty for one that is gone
   * @param previousId the topic of the run before; empty for a new one
   * @param similarity their cosine, 0.5 to 1; empty where either is
   */
  public record Link(
      OptionalInt topicId, OptionalInt previousId, OptionalDouble similarity, Status status) {

    static Link of(int topicId, int previousId, double similarity, Status status) {
      return new Link(
          OptionalInt.of(topicId),
          OptionalInt.of(previousId),
          OptionalDouble.of(similarity),
          status);
    }

    static Link toNew(int topicId) {
      return new Link(
          OptionalInt.of(topicId), OptionalInt.empty(), OptionalDouble.empty(), Status.NEW);
    }

    static Link toGone(int previousId) {
      return new Link(
          OptionalInt.empty(), OptionalInt.of(previousId), OptionalDouble.empty(), Status.GONE);
    }
  }

  /**
   * What became of the topics of both runs.
   *
   * @param ids the id of each of this run's k topics
   * @param links this run's topics, the largest first, then those of before that are not kept
   * @param nextId the {@link Before#nextId} of the next run
   */
  public record Lineage(int[] ids, List<Link> links, int nextId) {}

  private TopicContinuity() {}

  /**
   * Finds each topic of the run before among those of this run. Kept topics keep their ids, all
   * others get ids that no topic ever had, the largest topic first.
   *
   * @param stems this run's vocabulary, V stems
   * @param termWeights k × V, as {@link TopicModel#termWeights}
   * @param order the k topics' places in the model, the largest topic first
   */
  public static Lineage match(Before before, String[] stems, double[][] termWeights, int[] order) {
    var similarity = TopicSimilarity.of(termWeights, mapped(before, stems), before.termWeights());
    int[] kept = similarity.pairs();
    int[] ids = new int[order.length];
    int nextId = before.nextId();
    List<Link> links = new ArrayList<>();
    for (int topic : order) {
      boolean isKept = kept[topic] != NONE;
      int origin = isKept ? kept[topic] : similarity.mostAlikeEarlier(topic);
      ids[topic] = isKept ? before.ids().get(origin) : nextId++;
      links.add(
          origin == NONE
              ? Link.toNew(ids[topic])
              : Link.of(
                  ids[topic],
                  before.ids().get(origin),
                  similarity.alike()[topic][origin],
                  isKept ? Status.KEPT : Status.SPLIT));
    }
    for (int earlier = 0; earlier < before.ids().size(); earlier++) {
      int id = before.ids().get(earlier);
      int heir = similarity.mostAlikeTopic(earlier);
      if (heir == NONE) {
        links.add(Link.toGone(id));
      } else if (!isIn(kept, earlier)) {
        links.add(Link.of(ids[heir], id, similarity.alike()[heir][earlier], Status.MERGED));
      }
    }
    return new Lineage(ids, links, nextId);
  }

  /**
   * The topics of the run before in this run's words: terms that are gone are left out, new ones
   * have no weight.
   *
   * @param stems this run's vocabulary, V stems
   * @return k' × V
   */
  public static double[][] mapped(Before before, String[] stems) {
    Map<String, Integer> places = new HashMap<>();
    for (int v = 0; v < before.stems().length; v++) {
      places.put(before.stems()[v], v);
    }
    int[] place = Arrays.stream(stems).mapToInt(s -> places.getOrDefault(s, NONE)).toArray();
    return Arrays.stream(before.termWeights())
        .map(weights -> Arrays.stream(place).mapToDouble(v -> v == NONE ? 0 : weights[v]).toArray())
        .toArray(double[][]::new);
  }

  private static boolean isIn(int[] places, int place) {
    return Arrays.stream(places).anyMatch(p -> p == place);
  }
}
