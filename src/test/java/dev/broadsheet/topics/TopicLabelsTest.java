package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicLabelsTest {
  private static List<Topic.Term> terms(String... names) {
    return IntStream.range(0, names.length)
        .mapToObj(i -> new Topic.Term(i + 1, names[i], 0.1 / (i + 1), 10))
        .toList();
  }

  @Test
  void prefersDistinctiveTermsToFrequentOnes() {
    assertThat(
            TopicLabels.of(
                List.of(
                    List.of(
                        new Topic.Term(1, "said", 0.20, 1.0),
                        new Topic.Term(2, "river", 0.05, 30),
                        new Topic.Term(3, "flood", 0.04, 40),
                        new Topic.Term(4, "water", 0.03, 20)))))
        .containsExactly("flood, river, water");
  }

  @Test
  void givesNoLabelTwice() {
    assertThat(
            TopicLabels.of(
                List.of(
                    terms("a", "b", "c", "d"),
                    terms("a", "b", "c", "e"),
                    terms("a", "b", "c"),
                    terms("a", "b"))))
        .containsExactly("a, b, c", "a, b, c, e", "a, b, c (2)", "a, b");
  }
}
