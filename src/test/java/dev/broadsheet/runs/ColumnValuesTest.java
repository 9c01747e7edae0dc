package dev.broadsheet.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.XxHash64Function;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ColumnValuesTest {
  private static final StructType SCHEMA =
      StructType.fromDDL("i int, d date, l bigint, x double, zero double, s string, b boolean");

  private static final InternalRow ROW =
      (InternalRow)
          CatalystTypeConverters.createToCatalystConverter(SCHEMA)
              .apply(
                  RowFactory.create(
                      -7, LocalDate.of(2022, 2, 9), 1L << 40, 0.1, -0.0, "Zürich 😀", true));

  @Test
  void aValueHasTheHashThatSqlGivesIt() {
    IntStream.range(0, SCHEMA.size())
        .forEach(
            i -> {
              var type = SCHEMA.fields()[i].dataType();
              var values = new ColumnValues(SCHEMA, i);
              Object value = ROW.get(i, type);
              assertThat(values.of(ROW)).as(type.sql()).isEqualTo(value);
              assertThat(values.hash(ROW, 42))
                  .as(type.sql())
                  .isEqualTo(XxHash64Function.hash(value, type, 42));
            });
  }

  @Test
  void aNullIsOne() {
    var empty = new org.apache.spark.sql.catalyst.expressions.GenericInternalRow(SCHEMA.size());
    var values = new ColumnValues(SCHEMA, 0);
    assertThat(values.isNull(empty)).isTrue();
    assertThat(values.of(empty)).isNull();
  }
}
