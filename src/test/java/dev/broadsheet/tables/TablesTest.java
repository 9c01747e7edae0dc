package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Golden;
import dev.broadsheet.SparkTest;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TablesTest {
  @Test
  void theColumnsOfEveryTableAreWhatOtherProgramsRead() {
    String columns =
        Tables.all().stream()
            .map(
                table ->
                    table.name()
                        + ": "
                        + Arrays.stream(table.schema().fields())
                            .map(
                                f ->
                                    f.name()
                                        + " "
                                        + f.dataType().typeName()
                                        + (f.nullable() ? "?" : ""))
                            .collect(Collectors.joining(", "))
                        + "\n")
            .collect(Collectors.joining());
    Golden.check(Path.of("src/test/resources/golden/columns.txt"), columns);
  }

  @Test
  void theDataDictionaryIsThatOfTheTables() {
    Golden.check(Path.of("output/README.md"), DataDictionary.markdown());
  }

  @Test
  void everyColumnHasAComment() {
    for (Table table : Tables.all()) {
      assertThat(table.schema().fields())
          .allSatisfy(field -> assertThat(field.getComment().isDefined()).isTrue());
    }
  }

  @Test
  void aTableWithoutRowsHasItsFileAndSchema(SparkSession spark, @TempDir Path folder) {
    for (Table table : Tables.all()) {
      String path = folder.resolve(table.name()).toString();
      Tables.write(table, spark.createDataFrame(List.of(), table.schema()), path, 0);
      Dataset<Row> read = spark.read().parquet(path);
      assertThat(read.count()).isZero();
      assertThat(read.schema().fieldNames()).containsExactly(table.schema().fieldNames());
      assertThat(Path.of(path).toFile().list((dir, name) -> name.endsWith(".parquet"))).hasSize(1);
    }
  }
}
