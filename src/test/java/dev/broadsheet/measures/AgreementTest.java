package dev.broadsheet.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementTest {
  private static final List<String> LABELS = List.of("a", "a", "a", "b", "b", "b");

  @Test
  void groupsThatAreTheLabelsAgreeInFullWhateverTheirNames() {
    assertThat(Agreement.nmi(List.of(7, 7, 7, 3, 3, 3), LABELS)).isEqualTo(1);
    assertThat(Agreement.purity(List.of(7, 7, 7, 3, 3, 3), LABELS)).isEqualTo(1);
  }

  @Test
  void oneGroupOfAllSaysNothingOfTheLabels() {
    assertThat(Agreement.nmi(List.of(1, 1, 1, 1, 1, 1), LABELS)).isZero();
    assertThat(Agreement.purity(List.of(1, 1, 1, 1, 1, 1), LABELS)).isEqualTo(0.5);
  }

  @Test
  void aGroupForEachDocumentIsPureButHasLessMutualInformation() {
    List<Integer> each = List.of(1, 2, 3, 4, 5, 6);
    assertThat(Agreement.purity(each, LABELS)).isEqualTo(1);
    // All of the labels' ln 2, over the mean of ln 2 and ln 6.
    assertThat(Agreement.nmi(each, LABELS))
        .isEqualTo(2 * Math.log(2) / (Math.log(2) + Math.log(6)), within(1e-12));
  }

  @Test
  void oneDocumentInTheWrongGroupCostsItsPartOfPurity() {
    List<Integer> groups = List.of(1, 1, 2, 2, 2, 2);
    assertThat(Agreement.purity(groups, LABELS)).isEqualTo(5 / 6.0);
    // scikit-learn's normalized_mutual_info_score of the same.
    assertThat(Agreement.nmi(groups, LABELS)).isEqualTo(0.47870397138568, within(1e-12));
  }
}
