package dev.broadsheet.topics.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicMapTest {
  private static final double TENTH_OF_THE_MAP = 0.2;

  private static final double[][] CLUSTERS = PlantedTopics.distances(30, 5);

  private static double[][] first(double[][] distances) {
    return TopicMap.of(distances, Map.of());
  }

  /** The first topics of a map. */
  private static Map<Integer, double[]> places(double[][] map, int topics) {
    return IntStream.range(0, topics).boxed().collect(Collectors.toMap(i -> i, i -> map[i]));
  }

  private static double meanMovement(double[][] before, double[][] after, int topics) {
    return IntStream.range(0, topics)
        .mapToDouble(i -> Places.distance(before[i], after[i]))
        .average()
        .orElseThrow();
  }

  private static double[][] turnedAndMirrored(double[][] map) {
    return new PlaneSimilarity(new double[2], -1, 2.5, 0.9, new double[2]).of(map);
  }

  private static void assertReadable(double[][] map) {
    LabelSpacingTest.assertNoOverlap(LabelSpacing.of(map.length), map);
    for (double[] place : map) {
      assertThat(place[0]).isBetween(-1.3, 1.3);
      assertThat(place[1]).isBetween(-1.3, 1.3);
    }
  }

  @Test
  void topicsOfAClusterAreTogether() {
    double[][] map = first(CLUSTERS);
    for (int i = 0; i < 30; i++) {
      int topic = i;
      double farthestOfCluster =
          IntStream.range(0, 30)
              .filter(other -> other % 5 == topic % 5)
              .mapToDouble(other -> Places.distance(map[topic], map[other]))
              .max()
              .orElseThrow();
      double nearestOfOthers =
          IntStream.range(0, 30)
              .filter(other -> other % 5 != topic % 5)
              .mapToDouble(other -> Places.distance(map[topic], map[other]))
              .min()
              .orElseThrow();
      assertThat(farthestOfCluster).isLessThan(nearestOfOthers);
    }
    assertReadable(map);
  }

  @Test
  void theSameNightAgainLooksTheSame() {
    double[][] map = first(CLUSTERS);
    double[][] again = TopicMap.of(CLUSTERS, places(map, 30));
    assertThat(meanMovement(map, again, 30)).isLessThan(TENTH_OF_THE_MAP / 10);
  }

  @Test
  void aLittleChangeMovesTopicsALittle() {
    double[][] map = first(CLUSTERS);
    double[][] changed = PlantedTopics.changed(CLUSTERS, 1, 0.01);
    double[][] next = TopicMap.of(changed, places(map, 30));
    assertThat(meanMovement(map, next, 30)).isLessThan(TENTH_OF_THE_MAP);
    assertReadable(next);
  }

  @Test
  void theMapBeforeDecidesWhatIsLeftAndRight() {
    double[][] map = turnedAndMirrored(first(CLUSTERS));
    double[][] changed = PlantedTopics.changed(CLUSTERS, 2, 0.01);
    assertThat(meanMovement(map, first(changed), 30)).isGreaterThan(2 * TENTH_OF_THE_MAP);
    double[][] next = TopicMap.of(changed, places(map, 30));
    assertThat(meanMovement(map, next, 30)).isLessThan(TENTH_OF_THE_MAP);
  }

  @Test
  void aThirdOfTheTopicsIsEnoughToTurnTheMap() {
    double[][] map = turnedAndMirrored(first(CLUSTERS));
    double[][] next = TopicMap.of(CLUSTERS, places(map, 10));
    assertThat(meanMovement(map, next, 30)).isLessThan(TENTH_OF_THE_MAP);
  }

  @Test
  void newTopicsComeToTheirCluster() {
    double[][] map = first(CLUSTERS);
    double[][] next = TopicMap.of(CLUSTERS, places(map, 20));
    assertThat(meanMovement(map, next, 30)).isLessThan(TENTH_OF_THE_MAP);
  }

  @Test
  void aMonthOfNightsNeitherShrinksNorDriftsAway() {
    double[][] map = first(CLUSTERS);
    for (int night = 0; night < 30; night++) {
      double[][] changed = PlantedTopics.changed(CLUSTERS, night, 0.02);
      map = TopicMap.of(changed, places(map, 25));
    }
    assertReadable(map);
    assertThat(Places.extent(map)).isGreaterThan(0.75);
  }

  @Test
  void placesThatAreNoneAreForgotten() {
    double[] nowhere = {Double.NaN, 0};
    double[][] map = TopicMap.of(CLUSTERS, Map.of(0, nowhere, 1, nowhere, 99, new double[2]));
    assertThat(map).isDeepEqualTo(first(CLUSTERS));
  }

  @Test
  void theFirstTopicIsAtTheTopRight() {
    double[] place = first(CLUSTERS)[0];
    assertThat(place[0]).isPositive();
    assertThat(place[1]).isPositive();
  }

  @Test
  void oneTopicIsInTheMiddleAndTwoAreBesideEachOther() {
    assertThat(first(new double[0][])).isEmpty();
    assertThat(first(new double[1][1])).isDeepEqualTo(new double[][] {{0, 0}});
    double[][] two = first(PlantedTopics.equal(2, 0.8));
    assertThat(Places.distance(two[0], new double[] {1, 0})).isLessThan(1e-6);
    assertThat(Places.distance(two[1], new double[] {-1, 0})).isLessThan(1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 10, 50, 51, 200})
  void topicsThatAreAllAlikeOrAllDifferentAreReadable(int topics) {
    double[][] alike = first(new double[topics][topics]);
    assertReadable(alike);
    assertReadable(first(PlantedTopics.equal(topics, 1)));
    assertReadable(first(PlantedTopics.equal(topics, 1e-5)));
    assertReadable(first(PlantedTopics.distances(topics, 2)));
    assertReadable(TopicMap.of(new double[topics][topics], places(alike, topics)));
    assertReadable(TopicMap.of(PlantedTopics.equal(topics, 1), places(alike, topics)));
  }

  @Test
  void hasTheSameBitsEachTime() {
    assertThat(first(CLUSTERS)).isDeepEqualTo(first(CLUSTERS));
    Map<Integer, double[]> before = places(first(CLUSTERS), 20);
    assertThat(TopicMap.of(CLUSTERS, before)).isDeepEqualTo(TopicMap.of(CLUSTERS, before));
  }
}
