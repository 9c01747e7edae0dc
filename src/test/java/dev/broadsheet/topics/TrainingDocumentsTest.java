package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingDocumentsTest {
  @ParameterizedTest
  @CsvSource({"1, 2000000", "50, 2000000", "51, 2040000", "200, 8000000"})
  void fortyThousandNonzerosAreEnoughForATopicAndTwoMillionAreFew(int topics, long nonzeros) {
    assertThat(TrainingDocuments.nonzeros(topics)).isEqualTo(nonzeros);
    assertThat(TrainingDocuments.enough(topics).of(1, 4 * nonzeros)).isEqualTo(0.25);
  }
}
