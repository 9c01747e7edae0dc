package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class SparkSettingsTest {
  @ParameterizedTest
  @FieldSource("dev.broadsheet.job.SparkSettings#SHUFFLED")
  void whatIsShuffledIsAClassThatKryoFinds(String name) {
    assertThatCode(() -> Class.forName(name)).doesNotThrowAnyException();
  }
}
