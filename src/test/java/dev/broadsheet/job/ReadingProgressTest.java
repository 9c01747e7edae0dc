package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.InputFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class ReadingProgressTest {
  @Test
  void tellsOfAllBytesOfTheFilesAsTheyLieThereAndOfALaterReadingAnew(
      @TempDir Path folder, SparkSession spark) throws Exception {
    new Corpus(folder)
        .article("a.txt", "T", "2024-03-01", "https://a.example/1", "Rain fell.")
        .file("b.csv", "title,body\nT,B\n")
        .file("c.jsonl", "{\"title\":\"T\",\"body\":\"B\"}\n")
        .file("d.jsonl.gz", "{\"title\":\"T\",\"body\":\"B\"}\n".repeat(100));
    InputFiles input =
        InputFiles.list(
            List.of(folder.toString()),
            Optional.empty(),
            spark.sparkContext().hadoopConfiguration());
    List<Long> told = new ArrayList<>();
    var progress = new ReadingProgress(told::add);
    spark.sparkContext().addSparkListener(progress);
    try {
      for (int reading = 0; reading < 2; reading++) {
        told.clear();
        assertThat(ArticleReader.read(spark, input, 1000).toJavaRDD().count()).isEqualTo(103);
        spark.sparkContext().listenerBus().waitUntilEmpty();
        assertThat(told).isSorted().endsWith(input.bytes());
      }
    } finally {
      spark.sparkContext().removeSparkListener(progress);
    }
  }
}
