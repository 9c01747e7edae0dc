package dev.broadsheet.job.stages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.input.InputFiles;
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
    InputFiles input = listed(folder, spark);
    for (int reading = 0; reading < 2; reading++) {
      assertThat(told(spark, input, 103)).isSorted().endsWith(input.bytes());
    }
  }

  /** Each part looks at the file's start, too, and for the line in which it begins. */
  @Test
  void aLineOfManyPartsIsReadByOneOfThem(@TempDir Path folder, SparkSession spark)
      throws Exception {
    new Corpus(folder).file("a.jsonl", "{}\n{\"title\":\"" + "T".repeat(8 << 20) + "\"}\n{}\n");
    InputFiles input = listed(folder, spark);
    spark.conf().set("spark.sql.files.maxPartitionBytes", 512 << 10);
    try {
      List<Long> told = told(spark, input, 3);
      assertThat(told).hasSizeGreaterThan(15);
      assertThat(told.get(told.size() - 1)).isLessThan(3 * input.bytes());
    } finally {
      spark.conf().unset("spark.sql.files.maxPartitionBytes");
    }
  }

  private static InputFiles listed(Path folder, SparkSession spark) {
    return InputFiles.list(
        List.of(folder.toString()), Optional.empty(), spark.sparkContext().hadoopConfiguration());
  }

  /** What a listener is told while so many records are read. */
  private static List<Long> told(SparkSession spark, InputFiles input, long records)
      throws Exception {
    List<Long> told = new ArrayList<>();
    var progress = new ReadingProgress(told::add);
    spark.sparkContext().addSparkListener(progress);
    try {
      assertThat(ArticleReader.read(spark, input, 1000).toJavaRDD().count()).isEqualTo(records);
      spark.sparkContext().listenerBus().waitUntilEmpty();
      return told;
    } finally {
      spark.sparkContext().removeSparkListener(progress);
    }
  }
}
