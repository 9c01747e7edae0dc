package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.DocumentPart;
import dev.broadsheet.nmf.Nndsvd;
import dev.broadsheet.nmf.TopicFactor;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class NmfTopicsTest {
  private static final int TOPICS = 4;

  /** The least of the cosines of the topics that stand at the same place. */
  private static double leastCosine(TopicFactor one, TopicFactor other) {
    double[] cosines = new double[one.k()];
    for (int i = 0; i < one.byTerm().length; i++) {
      cosines[i % one.k()] += one.byTerm()[i] * other.byTerm()[i];
    }
    return Arrays.stream(cosines).min().orElseThrow();
  }

  @Test
  void whereAFactorizationBeginsIsNoMatterOfTheSeed(SparkSession spark) {
    PlantedVectors planted = PlantedVectors.of(new PlantedCorpus(20, 1_200, 300, 3), spark);
    try (DocumentMatrix x =
        DocumentMatrix.of(planted.rows().select("features", "counts"), Long.MAX_VALUE, 0)) {
      TopicFactor first = Nndsvd.after(x, TopicFactor.NONE, 3 * TOPICS, Nndsvd.SETTLED, 1);
      for (long seed = 2; seed <= 6; seed++) {
        TopicFactor other = Nndsvd.after(x, TopicFactor.NONE, 3 * TOPICS, Nndsvd.SETTLED, seed);
        assertThat(leastCosine(first, other)).as("seed %d", seed).isGreaterThan(0.9999);
      }
    }
    planted.rows().unpersist();
  }

  @Test
  void aPartOfTheDocumentsIsTakenByHowManyNonzerosAllHave(SparkSession spark) {
    PlantedVectors planted = PlantedVectors.of(new PlantedCorpus(20, 1_200, 300, 3), spark);
    Dataset<Row> rows = planted.rows().select("features", "counts");
    try (DocumentMatrix all = DocumentMatrix.of(rows, TrainingDocuments.enough(TOPICS), 1)) {
      assertThat(all.documents()).isEqualTo(300);
      long nonzeros = all.sizes().nonzeros();
      DocumentPart half = (documents, of) -> documents == 300 && of == nonzeros ? 0.5 : Double.NaN;
      try (DocumentMatrix some = DocumentMatrix.of(rows, half, 1);
          DocumentMatrix moved = DocumentMatrix.of(rows.repartition(3), half, 1)) {
        assertThat(some.documents()).isBetween(115L, 185L);
        assertThat(some.sizes().nonzeros()).isBetween(nonzeros * 2 / 5, nonzeros * 3 / 5);
        assertThat(moved.sizes()).isEqualTo(some.sizes());
      }
    }
    planted.rows().unpersist();
  }

  @ParameterizedTest
  @CsvSource({
    "4, 0, 7591, 12",
    "50, 0, 7591, 80",
    "50, 0, 1028, 68",
    "50, 0, 750, 50",
    "50, 0, 60, 50",
    "20, 18, 600, 24",
    "20, 18, 330, 22",
    "20, 20, 330, 20"
  })
  void moreTopicsAreFoundThanWantedWhereThereAreFifteenDocumentsForEach(
      int wanted, int given, long documents, int found) {
    assertThat(NmfTopics.found(wanted, given, documents)).isEqualTo(found);
  }
}
