package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.topics.description.TopicLinks.Link;
import org.junit.jupiter.api.Test;

class TopicLinksTest {
  @Test
  void namesTheMostSimilarFirstAndTiesByIndex() {
    double[][] distances = {
      {0, 0.75, 0.5, 0.75},
      {0.75, 0, 0.25, 1},
      {0.5, 0.25, 0, 0.25},
      {0.75, 1, 0.25, 0}
    };
    assertThat(TopicLinks.of(distances))
        .containsExactly(
            new Link(0, 2, 0.5),
            new Link(0, 1, 0.25),
            new Link(0, 3, 0.25),
            new Link(1, 2, 0.75),
            new Link(1, 0, 0.25),
            new Link(1, 3, 0),
            new Link(2, 1, 0.75),
            new Link(2, 3, 0.75),
            new Link(2, 0, 0.5),
            new Link(3, 2, 0.75),
            new Link(3, 0, 0.25),
            new Link(3, 1, 0));
  }

  @Test
  void namesFiveOfMany() {
    assertThat(TopicLinks.of(new double[9][9]))
        .hasSize(45)
        .filteredOn(link -> link.topic() == 2)
        .extracting(Link::other)
        .containsExactly(0, 1, 3, 4, 5);
  }

  @Test
  void aTopicAloneHasNone() {
    assertThat(TopicLinks.of(new double[1][1])).isEmpty();
    assertThat(TopicLinks.of(new double[0][])).isEmpty();
  }
}
