package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class PackedRowsTest {
  private static final StructType SCHEMA =
      StructType.fromDDL("title string, record bigint, day date, words int, inside boolean");

  private static List<Row> unpacked(List<Row> rows) {
    var unpacked = new ArrayList<Row>();
    PackedRows.of(rows.iterator())
        .forEachRemaining(some -> some.rows(SCHEMA).forEachRemaining(unpacked::add));
    return unpacked;
  }

  private static List<Row> values(List<Row> rows) {
    return rows.stream()
        .map(row -> RowFactory.create(IntStream.range(0, 5).mapToObj(row::get).toArray()))
        .toList();
  }

  @Test
  void rowsComeOutAsTheyWentIn() {
    var rows =
        List.of(
            RowFactory.create("Ärger in Orlin 😀", -7L, Date.valueOf("2024-02-29"), 3, true),
            RowFactory.create(null, null, null, null, null),
            RowFactory.create("", 1L << 40, Date.valueOf("1066-10-14"), -1, false));
    List<Row> unpacked = unpacked(rows);
    assertThat(values(unpacked)).isEqualTo(rows);
    assertThat(unpacked.get(1).isNullAt(0)).isTrue();
    assertThat(unpacked.get(2).isNullAt(0)).isFalse();
    assertThat(unpacked.get(2).<Long>getAs("record")).isEqualTo(1L << 40);
  }

  @Test
  void manyRowsAreInSeveralPartsAndInTheirOrder() {
    var rows =
        IntStream.range(0, 10_000)
            .mapToObj(i -> RowFactory.create("title " + i, (long) i, null, i, i % 2 == 0))
            .toList();
    assertThat(values(unpacked(rows))).isEqualTo(rows);
    var parts = new ArrayList<PackedRows>();
    PackedRows.of(rows.iterator()).forEachRemaining(parts::add);
    assertThat(parts).hasSize(3);
    var large = RowFactory.create("x".repeat(5 << 20), 1L, null, 1, true);
    assertThat(values(unpacked(List.of(large, rows.get(0))))).containsExactly(large, rows.get(0));
  }

  @Test
  void halfOfACharacterIsAQuestionMarkAsInATable() {
    assertThat(unpacked(List.of(RowFactory.create("a\ud83d", 1L, null, 1, true))).get(0).get(0))
        .isEqualTo("a?");
  }

  @Test
  void whatCannotBePackedIsRefused() {
    assertThatThrownBy(() -> unpacked(List.of(RowFactory.create(0.5, 1L, null, 1, true))))
        .hasMessage("no value that is packed: class java.lang.Double");
  }
}
