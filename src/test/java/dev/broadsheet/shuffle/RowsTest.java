package dev.broadsheet.shuffle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class RowsTest {
  @Test
  void areWhatTheDecoderOfSparkMakes(SparkSession spark) {
    var rows =
        spark.sql(
            "select 'a' as text, date'2024-02-29' as day, array('b', 'c') as words, array(1, 2) as places,"
                + " cast(null as string) as nothing, 3L as number, 0.5D as share, true as flag, named_struct('x', 1) as part");
    assertThat(Rows.of(rows).collect()).isEqualTo(rows.toJavaRDD().collect());
    Row row = Rows.of(rows).first();
    assertThat(row.<String>getList(row.fieldIndex("words"))).containsExactly("b", "c");
    assertThat(row.getDate(1)).isEqualTo(java.sql.Date.valueOf("2024-02-29"));
  }

  @Test
  void haveVectors(SparkSession spark) {
    var vector = Vectors.sparse(5, new int[] {1, 3}, new double[] {0.5, 2});
    var rows =
        spark.createDataFrame(
            List.of(RowFactory.create(vector)),
            new StructType().add("vector", SQLDataTypes.VectorType()));
    assertThat(Rows.of(rows).first().<Object>getAs(0)).isEqualTo(vector);
  }
}
