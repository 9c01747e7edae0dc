package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DocumentTopicsTest {
  private static final int TOPICS = 7;
  private static final int[] TERMS = {0, 2, 3};
  private static final double[] COUNTS = {3, 1, 2};

  /** p(term | topic) of four terms, V × k, none of which is 0. */
  private static double[] byTerm() {
    double[] byTerm = new double[4 * TOPICS];
    for (int v = 0; v < 4; v++) {
      for (int j = 0; j < TOPICS; j++) {
        byTerm[v * TOPICS + j] = (1 + (v * 5 + j * 3) % 7) / 28.0;
      }
    }
    return byTerm;
  }

  /** The definition, one step after the other, of all topics. */
  private static double[] byDefinition(double[] weights) {
    double[] byTerm = byTerm();
    double[] shares = scaled(weights);
    for (int step = 0; step < 8; step++) {
      double[] next = new double[TOPICS];
      for (int i = 0; i < TERMS.length; i++) {
        double total = 0;
        for (int j = 0; j < TOPICS; j++) {
          total += shares[j] * byTerm[TERMS[i] * TOPICS + j];
        }
        for (int j = 0; j < TOPICS; j++) {
          next[j] += COUNTS[i] * shares[j] * byTerm[TERMS[i] * TOPICS + j] / total;
        }
      }
      shares = scaled(next);
    }
    return shares;
  }

  private static double[] scaled(double[] weights) {
    double sum = java.util.Arrays.stream(weights).sum();
    return java.util.Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  @Test
  void sharesAreThoseOfEightStepsHoweverManyTopicsAreFoundSideBySide() {
    var topics = new DocumentTopics(TOPICS, byTerm());
    double[] weights = new double[TOPICS];
    for (int active = 1; active <= TOPICS; active++) {
      weights[TOPICS - active] = active;
      topics.begin(weights);
      topics.foldIn(TERMS, COUNTS, 0, TERMS.length);
      double[] expected = byDefinition(weights);
      assertThat(topics.active()).isEqualTo(active);
      for (int a = 0; a < active; a++) {
        assertThat(topics.topics()[a]).isEqualTo(TOPICS - active + a);
        assertThat(topics.shares()[a])
            .as("topic %d of %d", a, active)
            .isCloseTo(expected[topics.topics()[a]], within(1e-12));
      }
    }
  }

  @Test
  void partsOfATermAreItsTopicsProbabilities() {
    var topics = new DocumentTopics(TOPICS, byTerm());
    topics.begin(new double[] {0, 2, 0, 1, 0, 0, 1});
    topics.foldIn(TERMS, COUNTS, 0, TERMS.length);
    double[] shares = topics.shares().clone();
    double[] parts = topics.parts(TERMS.length);
    for (int i = 0; i < TERMS.length; i++) {
      double total = 0;
      for (int a = 0; a < 3; a++) {
        total += shares[a] * byTerm()[TERMS[i] * TOPICS + topics.topics()[a]];
      }
      for (int a = 0; a < 3; a++) {
        assertThat(parts[a * TERMS.length + i])
            .isCloseTo(
                shares[a] * byTerm()[TERMS[i] * TOPICS + topics.topics()[a]] / total,
                within(1e-15));
      }
    }
  }

  @Test
  void partsAreTheDocumentsSharesWhereNothingIsKnownOfTerms() {
    var topics = new DocumentTopics(TOPICS, new double[0]);
    topics.begin(new double[] {0, 3, 0, 1, 0, 0, 0});
    assertThat(topics.parts(2)).startsWith(0.75, 0.75, 0.25, 0.25);
  }
}
