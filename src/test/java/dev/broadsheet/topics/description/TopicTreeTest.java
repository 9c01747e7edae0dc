package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.topics.map.PlantedTopics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicTreeTest {
  private static int[] themselves(int topics) {
    return IntStream.range(0, topics).toArray();
  }

  @Test
  void findsClustersAndTheLargestTopicOfEach() {
    long[] articles = new long[25];
    articles[7] = 10;
    articles[13] = 20;
    articles[4] = 30;
    articles[24] = 30;
    int[] parents = TopicTree.parents(PlantedTopics.distances(25, 5), articles);
    int[] largest = {0, 1, 7, 13, 4};
    assertThat(parents).isEqualTo(IntStream.range(0, 25).map(i -> largest[i % 5]).toArray());
  }

  @Test
  void joinsByTheAverageAndNotByTheNearest() {
    // Topic 3 is nearest to topic 0, but that is one of three, and the other two are far away.
    double[][] distances = {
      {0, 0.3, 0.3, 0.6, 1, 1},
      {0.3, 0, 0.3, 1, 1, 1},
      {0.3, 0.3, 0, 1, 1, 1},
      {0.6, 1, 1, 0, 0.7, 0.7},
      {1, 1, 1, 0.7, 0, 0.3},
      {1, 1, 1, 0.7, 0.3, 0}
    };
    assertThat(TopicTree.parents(distances, new long[] {3, 2, 1, 4, 9, 4}))
        .containsExactly(0, 0, 0, 4, 4, 4);
  }

  @Test
  void topicsWithNothingInCommonStayAlone() {
    assertThat(TopicTree.parents(PlantedTopics.equal(9, 0.96), new long[9]))
        .isEqualTo(themselves(9));
  }

  @Test
  void topicsThatAreAllEquallyFarFromEachOtherStayAlone() {
    assertThat(TopicTree.parents(PlantedTopics.equal(9, 0.7), new long[9]))
        .isEqualTo(themselves(9));
  }

  @Test
  void oneTopicFarFromAllOthersStaysAlone() {
    double[][] distances = PlantedTopics.distances(26, 5);
    for (int i = 0; i < 25; i++) {
      distances[25][i] = 1;
      distances[i][25] = 1;
    }
    assertThat(TopicTree.parents(distances, new long[26])[25]).isEqualTo(25);
  }

  @Test
  void joinsNoFurtherThanTheSquareRootOfTheirNumber() {
    assertThat(TopicTree.parents(new double[16][16], new long[16])).containsOnly(0, 13, 14, 15);
  }

  @Test
  void fewTopicsAreFine() {
    assertThat(TopicTree.parents(new double[0][], new long[0])).isEmpty();
    assertThat(TopicTree.parents(new double[1][1], new long[1])).containsExactly(0);
    assertThat(TopicTree.parents(PlantedTopics.equal(2, 0.9), new long[] {1, 2}))
        .containsExactly(0, 1);
  }
}
