package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.broadsheet.Golden;
import dev.broadsheet.JsonDocuments;
import dev.broadsheet.SparkTest;
import dev.broadsheet.runs.CheckedColumn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
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
  void theDataContractIsThatOfTheTables() throws IOException {
    Path file = Path.of("output/contract.odcs.yaml");
    Golden.check(file, DataContract.yaml());
    Path rules = Path.of("src/test/resources/odcs-3.1-rules.json");
    var contract = (ObjectNode) new YAMLMapper().readTree(file.toFile());
    assertThat(JsonDocuments.violations(rules, contract)).isEmpty();
    contract.put("apiVersion", "v2").remove("id");
    var column = (ObjectNode) contract.at("/schema/0/properties/0");
    column.put("logicalType", "text").put("nullable", true);
    assertThat(JsonDocuments.violations(rules, contract)).hasSize(4);
  }

  @Test
  void theViewsOfDuckDbAreThoseOfTheTables() {
    Golden.check(Path.of("output/views.sql"), DuckDbViews.sql());
  }

  @Test
  void everyColumnHasAComment() {
    for (Table table : Tables.all()) {
      assertThat(table.schema().fields())
          .allSatisfy(field -> assertThat(field.getComment().isDefined()).isTrue());
    }
  }

  @Test
  void whatACheckIsAboutIsAColumn() {
    Map<String, StructType> schemas =
        Tables.all().stream().collect(Collectors.toMap(Table::name, Table::schema));
    assertThat(CheckedColumn.byCheck())
        .allSatisfy(
            (check, of) ->
                assertThat(schemas.get(of.table()).fieldNames()).as(check).contains(of.column()));
  }

  @Test
  void aTableWithoutRowsHasItsFileAndSchema(SparkSession spark, @TempDir Path folder) {
    var files = new TableFiles(spark, folder.toString(), 0);
    var rdd = JavaSparkContext.fromSparkContext(spark.sparkContext()).<Row>emptyRDD();
    for (Table table : Tables.all()) {
      if (table instanceof DistributedTable) {
        files.write(table, rdd);
      } else {
        files.write(table, List.of());
      }
      String path = folder.resolve(table.name()).toString();
      Dataset<Row> read = spark.read().parquet(path);
      assertThat(read.count()).isZero();
      assertThat(read.schema().fieldNames()).containsExactly(table.schema().fieldNames());
      assertThat(Path.of(path).toFile().list((dir, name) -> name.endsWith(".parquet"))).hasSize(1);
    }
  }

  @Test
  void aTableOfTheDriverIsAsSparkWouldWriteIt(SparkSession spark, @TempDir Path folder) {
    List<Row> rows =
        List.of(
            RowFactory.create(2, LocalDate.of(2022, 1, 4), 1L, 2L, 0.5, null, null, null, null),
            RowFactory.create(1, LocalDate.of(2022, 1, 5), 3L, 3L, 1.0, 2.5, 0.5, 0.25, true),
            RowFactory.create(1, LocalDate.of(2022, 1, 3), 0L, 0L, 0.0, 0.0, 0.0, 1.0, false));
    var table = new TopicDaysTable();
    var driver = new TableFiles(spark, folder.resolve("driver").toString(), 0);
    var cluster = new TableFiles(spark, folder.resolve("cluster").toString(), 0);

    driver.write(table, rows);
    cluster.write(
        table, JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 2));

    Dataset<Row> read = spark.read().parquet(folder.resolve("driver/topic_days").toString());
    Dataset<Row> expected = spark.read().parquet(folder.resolve("cluster/topic_days").toString());
    assertThat(read.schema()).isEqualTo(expected.schema());
    assertThat(read.collectAsList())
        .isEqualTo(expected.collectAsList())
        .extracting(row -> row.getInt(0) + " " + row.get(1))
        .containsExactly("1 2022-01-03", "1 2022-01-05", "2 2022-01-04");
  }
}
