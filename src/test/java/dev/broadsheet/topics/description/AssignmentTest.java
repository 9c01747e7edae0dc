package dev.broadsheet.topics.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static double[][] random(int rows, int columns, Random random) {
    return IntStream.range(0, rows)
        .mapToObj(r -> random.doubles(columns, -1, 1).toArray())
        .toArray(double[][]::new);
  }

  /** Small whole numbers, so that many answers are equally good. */
  private static double[][] withTies(int rows, int columns, Random random) {
    return IntStream.range(0, rows)
        .mapToObj(r -> random.ints(columns, 0, 3).asDoubleStream().toArray())
        .toArray(double[][]::new);
  }

  private static double total(double[][] similarity, int[] columnOf) {
    return IntStream.range(0, columnOf.length)
        .filter(row -> columnOf[row] >= 0)
        .mapToDouble(row -> similarity[row][columnOf[row]])
        .sum();
  }

  /** Tries everything: each row takes a free column, or none where there are too few. */
  private static double bruteForce(double[][] similarity, int row, int taken) {
    if (row == similarity.length) {
      return 0;
    }
    int columns = similarity[0].length;
    int rowsLeft = similarity.length - row;
    int columnsLeft = columns - Integer.bitCount(taken);
    double best =
        rowsLeft > columnsLeft ? bruteForce(similarity, row + 1, taken) : Double.NEGATIVE_INFINITY;
    for (int column = 0; column < columns; column++) {
      if ((taken & 1 << column) == 0) {
        double rest = bruteForce(similarity, row + 1, taken | 1 << column);
        best = Math.max(best, similarity[row][column] + rest);
      }
    }
    return best;
  }

  private static void assertBest(double[][] similarity) {
    int[] columnOf = Assignment.best(similarity);
    int[] columns = Arrays.stream(columnOf).filter(column -> column >= 0).toArray();
    assertThat(columnOf).hasSize(similarity.length);
    assertThat(columns)
        .doesNotHaveDuplicates()
        .hasSize(Math.min(similarity.length, similarity[0].length));
    assertThat(total(similarity, columnOf)).isCloseTo(bruteForce(similarity, 0, 0), within(1e-12));
  }

  @Test
  void findsNothingBetterByTryingEverything() {
    var random = new Random(1);
    for (int rows = 1; rows <= 6; rows++) {
      for (int columns = 1; columns <= 6; columns++) {
        for (int trial = 0; trial < 20; trial++) {
          assertBest(random(rows, columns, random));
          assertBest(withTies(rows, columns, random));
        }
      }
    }
  }

  @Test
  void givesUpTheBestPairForABetterWhole() {
    double[][] similarity = {{0.9, 0.8}, {0.8, 0.1}};

    assertThat(Assignment.best(similarity)).containsExactly(1, 0);
  }

  @Test
  void leavesTheWorstRowOutWhenThereAreTooFewColumns() {
    double[][] similarity = {{0.2, 0.3}, {0.9, 0.1}, {0.1, 0.8}};

    assertThat(Assignment.best(similarity)).containsExactly(-1, 0, 1);
  }

  @Test
  void leavesAColumnOutWhenThereAreTooFewRows() {
    double[][] similarity = {{0.2, 0.9, 0.1}, {0.3, 0.8, 0.7}};

    assertThat(Assignment.best(similarity)).containsExactly(1, 2);
  }

  @Test
  void pairsNothingWithNothing() {
    assertThat(Assignment.best(new double[0][])).isEmpty();
    assertThat(Assignment.best(new double[3][0])).containsExactly(-1, -1, -1);
  }

  @Test
  void pairsEqualsInOrder() {
    assertThat(Assignment.best(new double[3][4])).containsExactly(0, 1, 2);
    assertThat(Assignment.best(new double[4][3])).containsExactly(0, 1, 2, -1);
  }

  @Test
  void doesNotChangeWhatItIsGiven() {
    double[][] similarity = {{0.2, 0.3}, {0.9, 0.1}};

    Assignment.best(similarity);

    assertThat(similarity).isDeepEqualTo(new double[][] {{0.2, 0.3}, {0.9, 0.1}});
  }

  /**
   * With similarity = a(row) + b(column) − slack, slack ≥ 0, the pairs without slack are the best;
   * a and b make the largest similarities lie elsewhere.
   */
  @Test
  void findsAHiddenAnswerAmong300By300() {
    int size = 300;
    var random = new Random(2);
    int[] hidden = random.ints(0, size).distinct().limit(size).toArray();
    double[] a = random.doubles(size, 0, 10).toArray();
    double[] b = random.doubles(size, 0, 10).toArray();
    double[][] similarity = new double[size][size];
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        double slack = column == hidden[row] ? 0 : 0.001 + random.nextDouble();
        similarity[row][column] = a[row] + b[column] - slack;
      }
    }

    int[] found = Assignment.best(similarity);

    assertThat(found).containsExactly(hidden);
  }
}
