package dev.broadsheet.nmf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class FewDocumentsTest {
  private static final int DOCUMENTS = 1_000;

  /** Of two terms each, in four partitions. */
  private static JavaRDD<Row> rows(SparkSession spark) {
    List<Row> rows =
        IntStream.range(0, DOCUMENTS)
            .mapToObj(d -> Vectors.sparse(5, new int[] {d % 4, 4}, new double[] {1, d + 1}))
            .map(RowFactory::create)
            .toList();
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 4);
  }

  @Test
  void allComeToTheDriverWhereNoPartitionHasMoreThanItsPart(SparkSession spark) {
    FewDocuments few = FewDocuments.of(rows(spark), 2 * DOCUMENTS);
    assertThat(few.documents()).isEqualTo(DOCUMENTS);
    DocumentSizes sizes = DocumentSizes.of(few.blocks().orElseThrow());
    assertThat(sizes.documents()).isEqualTo(DOCUMENTS);
    assertThat(sizes.nonzeros()).isEqualTo(2 * DOCUMENTS);
  }

  @Test
  void ofTooManyNoneComesButAllAreCounted(SparkSession spark) {
    FewDocuments many = FewDocuments.of(rows(spark), 2 * DOCUMENTS - 4);
    assertThat(many.documents()).isEqualTo(DOCUMENTS);
    assertThat(many.nonzeros()).isEqualTo(2 * DOCUMENTS);
    assertThat(many.blocks()).isEmpty();
  }
}
