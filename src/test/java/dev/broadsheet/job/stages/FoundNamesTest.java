package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.names.WordUse;
import dev.broadsheet.topics.Vocabulary;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoundNamesTest {
  private static final FoundNames NAMES =
      new FoundNames(Map.of("Orlin United", 5L), Optional.empty(), WordUse.UNKNOWN);

  @Test
  void aNameOfSeveralWordsNamesATopicWhateverItsWordsMayBe() {
    assertThat(NAMES.classes("en").nominals()).accepts("Orlin United").rejects("dams united");
  }

  @Test
  void aNameOfSeveralWordsMayTrend() {
    String[] terms = {"Orlin United", "dams united", "river"};
    var vocabulary = new Vocabulary(terms, terms, new long[3], new long[3], 10);
    assertThat(NAMES.nominals("en", vocabulary)).containsExactly(true, false, true);
  }
}
