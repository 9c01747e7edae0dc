package dev.broadsheet.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import dev.broadsheet.topics.description.TopicContinuity;
import dev.broadsheet.topics.description.TopicContinuity.Before;
import dev.broadsheet.topics.description.TopicContinuity.Link;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class TopicLineageTableTest {
  private static final TopicLineageTable TABLE = new TopicLineageTable();

  private static List<String> written(SparkSession spark, List<Link> lineage, Path folder) {
    var corpus = new SmallCorpus().findings(spark);
    var model =
        new Findings.Model(List.of(), List.of(), lineage, List.of(), corpus.model().order());
    TABLE.write(
        new Findings(corpus.corpus(), model, corpus.counts()),
        new TableFiles(spark, folder.toString(), 0));
    return spark.read().parquet(folder.resolve("topic_lineage").toString()).collectAsList().stream()
        .map(Row::toString)
        .toList();
  }

  @Test
  void aRowSaysWhatBecameOfATopic(SparkSession spark, @TempDir Path folder) {
    String[] stems = {"a", "b", "c", "d", "e", "f"};
    double[][] earlier = {
      {4, 3, 0, 0, 0, 0}, {0, 0, 1, 0, 0, 0}, {0, 0, 0, 4, 0, 0}, {0, 0, 0, 0, 1, 0}
    };
    double[][] now = {
      {1, 0, 0, 0, 0, 0}, {0, 1, 0, 0, 0, 0}, {0, 0, 3, 4, 0, 0}, {0, 0, 0, 0, 0, 1}
    };
    var before = new Before(List.of(1, 2, 3, 4), stems, earlier, 5);

    List<Link> lineage = TopicContinuity.match(before, stems, now, new int[] {3, 2, 1, 0}).links();

    assertThat(written(spark, lineage, folder))
        .containsExactly(
            "[null,4,null,gone]",
            "[1,1,0.8,kept]",
            "[3,2,0.6,merged]",
            "[3,3,0.8,kept]",
            "[5,null,null,new]",
            "[6,1,0.6,split]");
  }

  @Test
  void aRunWithoutTopicsHasNoLineage(SparkSession spark, @TempDir Path folder) {
    assertThat(written(spark, List.of(), folder)).isEmpty();
  }
}
