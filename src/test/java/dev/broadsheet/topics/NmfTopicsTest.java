package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.DocumentPart;
import dev.broadsheet.nmf.Hals;
import dev.broadsheet.nmf.Nndsvd;
import dev.broadsheet.nmf.Plsa;
import dev.broadsheet.nmf.TopicFactor;
import dev.broadsheet.topics.TopicEngine.Start;
import java.util.SplittableRandom;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class NmfTopicsTest {
  /** Fewer than were planted, so that topics must share and starts differ. */
  private static final int TOPICS = 3;

  private static double gain(DocumentMatrix x, long seed) {
    TopicFactor start = Nndsvd.after(x, TopicFactor.NONE, 3 * TOPICS, seed);
    return Plsa.of(x, Hals.fit(x, start, 100, 3e-4).topics(), TOPICS, 0).gain();
  }

  @Test
  void ofTwoStartsTheOneWithTheMostEvidenceStays(SparkSession spark) {
    PlantedVectors planted = PlantedVectors.of(new PlantedCorpus(20, 1_200, 300, 3), spark);
    try (DocumentMatrix x =
        DocumentMatrix.of(planted.rows().select("features", "counts"), Long.MAX_VALUE, 0)) {
      boolean anotherThanTheFirst = false;
      for (long seed = 1; seed <= 6; seed++) {
        var others = new SplittableRandom(seed);
        double first = gain(x, seed);
        double second = gain(x, others.nextLong());
        double most = Math.max(first, second);
        assertThat(NmfTopics.topics(x, Start.afresh(TOPICS), seed).gain())
            .as("seed %d: %s, %s", seed, first, second)
            .isEqualTo(most);
        anotherThanTheFirst |= most > first;
      }
      assertThat(anotherThanTheFirst).isTrue();
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
    "0, 12, 2",
    "107950, 12, 2",
    "107950, 80, 1",
    "208333, 12, 2",
    "208334, 12, 1",
    "9000000000000, 50000, 1"
  })
  void startsAreAsManyAsTheWorkAllows(long nonzeros, int topics, int starts) {
    assertThat(NmfTopics.starts(nonzeros, topics)).isEqualTo(starts);
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
