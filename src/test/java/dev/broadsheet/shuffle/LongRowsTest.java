package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class LongRowsTest {
  private static LongRows rows(long[]... all) {
    var rows = new LongRows();
    for (long[] row : all) {
      rows.add(row[0], row[1], row[2], row[3]);
    }
    return rows;
  }

  private static List<Long> row(LongRows rows, int row) {
    return List.of(rows.at(row, 0), rows.at(row, 1), rows.at(row, 2), rows.at(row, 3));
  }

  @Test
  void rowsOfOneKeyComeTogetherInOrderOfAllColumns(SparkSession spark) {
    var many = new LongRows();
    for (long i = 0; i < 100; i++) {
      many.add(i % 10 << 40, -i, i, Long.MIN_VALUE);
    }
    JavaRDD<LongRows> some =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(
                List.of(
                    rows(new long[][] {{7, 3, 2, 1}, {-7, 3, 2, 1}, {7, 2, 9, 9}}),
                    many,
                    rows(),
                    rows(new long[][] {{7, 3, 2, 0}, {7, 3, 1, 5}})),
                3);
    List<LongRows> parts = LongRows.together(some, 1, 3).collect();
    assertThat(parts).hasSize(3);
    assertThat(parts.stream().mapToInt(LongRows::size).sum()).isEqualTo(105);
    List<Long> keys = new ArrayList<>();
    for (LongRows part : parts) {
      for (int from = 0; from < part.size(); from = part.endOfGroup(from, 1)) {
        keys.add(part.at(from, 0));
        if (part.at(from, 0) == 7) {
          assertThat(part.endOfGroup(from, 1)).isEqualTo(from + 4);
          assertThat(part.endOfGroup(from + 1, 2)).isEqualTo(from + 4);
          assertThat(List.of(row(part, from), row(part, from + 1), row(part, from + 2)))
              .containsExactly(
                  List.of(7L, 2L, 9L, 9L), List.of(7L, 3L, 1L, 5L), List.of(7L, 3L, 2L, 0L));
        }
        if (part.at(from, 0) == 3L << 40) {
          assertThat(row(part, from)).containsExactly(3L << 40, -93L, 93L, Long.MIN_VALUE);
          assertThat(part.endOfGroup(from, 1)).isEqualTo(from + 10);
        }
      }
    }
    assertThat(keys).as("each key in one part").hasSize(12).doesNotHaveDuplicates();
    assertThat(LongRows.together(some, 2, 2).collect().stream().mapToInt(LongRows::size).sum())
        .isEqualTo(105);
  }

  @Test
  void anyNumbersComeInAscendingOrder(SparkSession spark) {
    var random = new Random(1);
    var rows = new LongRows();
    for (long first : new long[] {Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, 5}) {
      rows.add(first, 1, 2, 3);
    }
    for (int i = 0; i < 3000; i++) {
      rows.add(random.nextLong() >> random.nextInt(64), random.nextInt(3), i % 2, -i);
    }
    LongRows sorted =
        LongRows.together(
                JavaSparkContext.fromSparkContext(spark.sparkContext())
                    .parallelize(List.of(rows, new LongRows()), 2),
                1,
                1)
            .first();
    List<List<Long>> expected =
        IntStream.range(0, rows.size())
            .mapToObj(i -> row(rows, i))
            .sorted(
                Comparator.comparing((List<Long> row) -> row.get(0))
                    .thenComparing(row -> row.get(1))
                    .thenComparing(row -> row.get(2))
                    .thenComparing(row -> row.get(3)))
            .toList();
    assertThat(IntStream.range(0, sorted.size()).mapToObj(i -> row(sorted, i)).toList())
        .isEqualTo(expected);
  }
}
