package dev.broadsheet.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import dev.broadsheet.TokenBlocks;
import dev.broadsheet.text.TokenBlock;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.Transformer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class TermVectorsTest {
  private static final List<List<String>> DOCUMENTS =
      List.of(
          List.of("c", "a", "b", "a", "unknown", "a"),
          List.of("b", "b", "c"),
          List.of("unknown"),
          List.of());

  @Test
  void textsBecomeWhatTheStepsOfASavedModelMakeToTheLastBit(SparkSession spark) {
    var vocabulary =
        new Vocabulary(
            new String[] {"a", "b", "c"},
            new String[] {"a", "b", "c"},
            new long[] {7, 5, 3},
            new long[] {9, 9, 9},
            40);
    JavaRDD<TokenBlock> texts = TokenBlocks.on(spark, DOCUMENTS, DOCUMENTS);
    Dataset<Row> steps =
        spark.createDataFrame(
            List.of(
                RowFactory.create("0", DOCUMENTS.get(0)), RowFactory.create("0", DOCUMENTS.get(1))),
            StructType.fromDDL("article_id string, tokens array<string>"));
    for (Transformer step : TermVectors.steps(vocabulary)) {
      steps = step.transform(steps);
    }
    List<Row> expected = steps.select("article_id", "counts", "weighted").collectAsList();
    List<Row> vectors = TermVectors.of(spark, texts, vocabulary).collectAsList();
    assertThat(vectors).as("texts without terms are left out").isEqualTo(expected);
    assertThat(vectors.get(0).get(1)).hasToString("(3,[0,1,2],[3.0,1.0,1.0])");
  }
}
