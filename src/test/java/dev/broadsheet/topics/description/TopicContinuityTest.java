package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.topics.description.TopicContinuity.Before;
import dev.broadsheet.topics.description.TopicContinuity.Lineage;
import dev.broadsheet.topics.description.TopicContinuity.Link;
import dev.broadsheet.topics.description.TopicContinuity.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicContinuityTest {
  private static final String[] STEMS = {
    "storm", "flood", "rain", "wind", "goal", "match", "vote", "poll"
  };
  private static final double[] WEATHER = {4, 3, 2, 2, 0, 0, 0, 0};
  private static final double[] SPORT = {0, 0, 0, 0, 3, 2, 0, 0};
  private static final double[] POLITICS = {0, 0, 0, 0, 0, 0, 5, 4};

  /** Ids 3, 7 and 8; 9 is gone already. */
  private static final Before BEFORE = before(STEMS, WEATHER, SPORT, POLITICS);

  private static Before before(String[] stems, double[]... termWeights) {
    return new Before(List.of(3, 7, 8), stems, termWeights, 10);
  }

  private static Lineage match(double[]... termWeights) {
    return TopicContinuity.match(BEFORE, STEMS, termWeights, inOrder(termWeights.length));
  }

  private static int[] inOrder(int topics) {
    return IntStream.range(0, topics).toArray();
  }

  private static List<String> described(Lineage lineage) {
    return lineage.links().stream().map(TopicContinuityTest::described).toList();
  }

  private static String described(Link link) {
    String from =
        link.previousId().isPresent() ? "from " + link.previousId().getAsInt() : "from nothing";
    String to = link.topicId().isPresent() ? "to " + link.topicId().getAsInt() : "to nothing";
    return link.status().label() + " " + from + " " + to;
  }

  @Test
  void idsStayWithTheirTopicsWhereverTheModelPutsThem() {
    Lineage lineage = match(POLITICS, WEATHER, SPORT);

    assertThat(lineage.ids()).containsExactly(8, 3, 7);
    assertThat(described(lineage))
        .containsExactly("kept from 8 to 8", "kept from 3 to 3", "kept from 7 to 7");
    assertThat(lineage.links()).allSatisfy(link -> assertThat(link.similarity()).hasValue(1));
    assertThat(lineage.nextId()).isEqualTo(10);
  }

  @Test
  void theScaleOfWeightsDoesNotMatter() {
    double[] larger = Arrays.stream(SPORT).map(weight -> 1000 * weight).toArray();

    Lineage lineage = match(larger, WEATHER, POLITICS);

    assertThat(lineage.ids()).containsExactly(7, 3, 8);
    assertThat(lineage.links().get(0).similarity()).hasValue(1);
  }

  @Test
  void aTopicLikeNoneBeforeIsNew() {
    Before before = new Before(List.of(3, 7), STEMS, new double[][] {WEATHER, SPORT}, 10);
    double[][] termWeights = {WEATHER, POLITICS, SPORT};

    Lineage lineage = TopicContinuity.match(before, STEMS, termWeights, inOrder(3));

    assertThat(lineage.ids()).containsExactly(3, 10, 7);
    assertThat(described(lineage))
        .containsExactly("kept from 3 to 3", "new from nothing to 10", "kept from 7 to 7");
    assertThat(lineage.links().get(1).similarity()).isEmpty();
    assertThat(lineage.nextId()).isEqualTo(11);
  }

  @Test
  void aTopicLikeNoneNowIsGone() {
    Lineage lineage = match(WEATHER, POLITICS);

    assertThat(described(lineage))
        .containsExactly("kept from 3 to 3", "kept from 8 to 8", "gone from 7 to nothing");
    assertThat(lineage.links().get(2).similarity()).isEmpty();
    assertThat(lineage.nextId()).isEqualTo(10);
  }

  @Test
  void thePartThatIsMostLikeATopicThatSplitKeepsItsId() {
    double[] floods = {0, 3, 2, 0, 0, 0, 0, 0};
    double[] storms = {4, 0, 0, 2, 0, 0, 0, 0};

    Lineage lineage = match(floods, storms, SPORT, POLITICS);

    assertThat(lineage.ids()).containsExactly(10, 3, 7, 8);
    assertThat(described(lineage)).startsWith("split from 3 to 10", "kept from 3 to 3").hasSize(4);
    assertThat(lineage.links().get(0).similarity().orElseThrow())
        .isCloseTo(Math.sqrt(13.0 / 33), within(1e-9));
    assertThat(lineage.links().get(1).similarity().orElseThrow())
        .isCloseTo(Math.sqrt(20.0 / 33), within(1e-9));
  }

  @Test
  void topicsThatMergedHaveTheIdOfTheOneTheyAreMostLike() {
    double[] sportAndPolitics = {0, 0, 0, 0, 4, 3, 3, 2};

    Lineage lineage = match(sportAndPolitics, WEATHER);

    assertThat(lineage.ids()).containsExactly(7, 3);
    assertThat(described(lineage))
        .containsExactly("kept from 7 to 7", "kept from 3 to 3", "merged from 8 to 7");
  }

  @Test
  void aTopicInFourEqualPartsIsStillKnownAndInFiveIsNot() {
    String[] stems = {"a", "b", "c", "d", "e"};
    double[][] parts = {
      {1, 0, 0, 0, 0}, {0, 1, 0, 0, 0}, {0, 0, 1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}
    };
    var four = new Before(List.of(1), stems, new double[][] {{1, 1, 1, 1, 0}}, 2);
    var five = new Before(List.of(1), stems, new double[][] {{1, 1, 1, 1, 1}}, 2);

    assertThat(TopicContinuity.match(four, stems, parts, inOrder(5)).links())
        .extracting(Link::status)
        .containsExactly(Status.KEPT, Status.SPLIT, Status.SPLIT, Status.SPLIT, Status.NEW);
    assertThat(TopicContinuity.match(five, stems, parts, inOrder(5)).links())
        .extracting(Link::status)
        .containsExactly(Status.NEW, Status.NEW, Status.NEW, Status.NEW, Status.NEW, Status.GONE);
  }

  /** Together the crossed pairs have a cosine of 0.96, but are not alike. */
  @Test
  void pairsThatAreNotAlikeDoNotOutbidOneThatIs() {
    String[] stems = {"a", "b", "c", "d", "e"};
    double[] one = {0.8, 0, 0.48, 0.36, 0};
    double[] other = {0.48, 0.8, 0, 0, 0.36};
    var before =
        new Before(List.of(1, 2), stems, new double[][] {{1, 0, 0, 0, 0}, {0, 0, 1, 0, 0}}, 3);

    Lineage lineage = TopicContinuity.match(before, stems, new double[][] {one, other}, inOrder(2));

    assertThat(described(lineage))
        .containsExactly("kept from 1 to 1", "new from nothing to 3", "gone from 2 to nothing");
  }

  @Test
  void theOrderOfTheVocabularyDoesNotMatter() {
    String[] stems = {"poll", "match", "wind", "flood", "storm", "rain", "vote", "goal"};
    double[][] termWeights = {{4, 0, 0, 0, 0, 0, 5, 0}, {0, 2, 0, 0, 0, 0, 0, 3}};

    Lineage lineage = TopicContinuity.match(BEFORE, stems, termWeights, inOrder(2));

    assertThat(described(lineage))
        .containsExactly("kept from 8 to 8", "kept from 7 to 7", "gone from 3 to nothing");
    assertThat(lineage.links().get(0).similarity()).hasValue(1);
  }

  @Test
  void termsThatOnlyOneRunKnowsCountAgainstAPair() {
    String[] withoutPoll = {"vote", "senate"};

    Lineage lineage =
        TopicContinuity.match(BEFORE, withoutPoll, new double[][] {{3, 4}}, inOrder(1));
    double cosine = 5 * 3 / (Math.sqrt(5 * 5 + 4 * 4) * Math.sqrt(3 * 3 + 4 * 4));
    assertThat(cosine).isLessThan(0.5);
    assertThat(lineage.links().get(0).status()).isEqualTo(Status.NEW);

    lineage = TopicContinuity.match(BEFORE, withoutPoll, new double[][] {{4, 3}}, inOrder(1));
    cosine = 5 * 4 / (Math.sqrt(5 * 5 + 4 * 4) * Math.sqrt(3 * 3 + 4 * 4));
    assertThat(lineage.links().get(0).status()).isEqualTo(Status.KEPT);
    assertThat(lineage.links().get(0).similarity().orElseThrow()).isCloseTo(cosine, within(1e-9));
  }

  @Test
  void earlierTopicsAreMappedToTheNewVocabulary() {
    String[] stems = {"vote", "senate", "storm"};

    assertThat(TopicContinuity.mapped(BEFORE, stems))
        .isDeepEqualTo(new double[][] {{0, 0, 4}, {0, 0, 0}, {5, 0, 0}});
  }

  @Test
  void noIdIsEverUsedAgain() {
    String[] otherStems = {"tariff", "export"};
    double[][] otherWeights = {{1, 0}, {0, 1}};

    Lineage second = TopicContinuity.match(BEFORE, otherStems, otherWeights, inOrder(2));
    assertThat(described(second))
        .containsExactly(
            "new from nothing to 10",
            "new from nothing to 11",
            "gone from 3 to nothing",
            "gone from 7 to nothing",
            "gone from 8 to nothing");

    var between = new Before(List.of(10, 11), otherStems, otherWeights, second.nextId());
    Lineage third =
        TopicContinuity.match(between, STEMS, new double[][] {WEATHER, SPORT}, inOrder(2));
    assertThat(third.ids()).containsExactly(12, 13);
    assertThat(third.nextId()).isEqualTo(14);
  }

  @Test
  void newTopicsAreNumberedBySize() {
    double[][] termWeights = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    int[] largestFirst = {2, 0, 1};

    Lineage lineage =
        TopicContinuity.match(BEFORE, new String[] {"x", "y", "z"}, termWeights, largestFirst);

    assertThat(lineage.ids()).containsExactly(11, 12, 10);
    assertThat(described(lineage))
        .startsWith("new from nothing to 10", "new from nothing to 11", "new from nothing to 12");
  }

  @Test
  void theTopicsOfAFirstRunAreNewAndNumberedBySize() {
    Lineage lineage =
        TopicContinuity.match(Before.NOTHING, new String[0], new double[3][0], new int[] {1, 2, 0});

    assertThat(lineage.ids()).containsExactly(3, 1, 2);
    assertThat(described(lineage))
        .containsExactly("new from nothing to 1", "new from nothing to 2", "new from nothing to 3");
    assertThat(lineage.nextId()).isEqualTo(4);
  }

  @Test
  void aRunWithoutTopicsEndsThemAllAndUsesNoId() {
    Lineage lineage = TopicContinuity.match(BEFORE, new String[0], new double[0][], new int[0]);

    assertThat(lineage.ids()).isEmpty();
    assertThat(lineage.links()).extracting(Link::status).containsOnly(Status.GONE).hasSize(3);
    assertThat(lineage.nextId()).isEqualTo(10);
  }

  @Test
  void aTopicWithoutWeightsIsLikeNoOther() {
    Before before = before(STEMS, new double[STEMS.length], SPORT, POLITICS);
    double[][] termWeights = {new double[STEMS.length], SPORT};

    Lineage lineage = TopicContinuity.match(before, STEMS, termWeights, inOrder(2));

    assertThat(described(lineage))
        .containsExactly(
            "new from nothing to 10",
            "kept from 7 to 7",
            "gone from 3 to nothing",
            "gone from 8 to nothing");
  }

  @Test
  void theFirstOfEqualTopicsKeepsTheId() {
    Lineage lineage = match(SPORT, SPORT.clone(), WEATHER, POLITICS);

    assertThat(lineage.ids()).containsExactly(7, 10, 3, 8);
    assertThat(described(lineage)).startsWith("kept from 7 to 7", "split from 7 to 10");
  }
}
