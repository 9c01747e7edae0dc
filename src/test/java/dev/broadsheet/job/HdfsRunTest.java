package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import dev.broadsheet.job.RunResult.Outcome;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.runs.RunStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole run whose input and output are on a real HDFS, of which a DataNode dies. */
@SparkTest
class HdfsRunTest {
  @Test
  void aRunReadsFromHdfsAndPublishesThereThoughADataNodeDies(
      SparkSession spark, @TempDir Path folder) throws IOException {
    var configuration = new Configuration();
    configuration.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.toString());
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(configuration).numDataNodes(3).build();
    try {
      FileSystem fs = hdfs.getFileSystem();
      write(fs, "/news/1.txt", "Rain\n20220101\n\nRain fell on the valley.\n");
      write(fs, "/news/more.jsonl", "{\"title\":\"Bank\",\"body\":\"The bank lost money.\"}\nno\n");
      try (var zip =
          new ZipOutputStream(fs.create(new org.apache.hadoop.fs.Path("/news/older.zip")))) {
        zip.putNextEntry(new ZipEntry("2021/3.txt"));
        zip.write("Snow\n20211231\n\nSnow lay on the hills.\n".getBytes(StandardCharsets.UTF_8));
      }
      String output = hdfs.getURI() + "/broadsheet";
      Map<Option, List<String>> flags = new EnumMap<>(Option.class);
      flags.put(Option.INPUT, List.of(hdfs.getURI() + "/news"));
      flags.put(Option.OUTPUT, List.of(output));
      flags.put(Option.MAX_BAD_RATIO, List.of("0.5"));
      var stages =
          new Jobs.Heard() {
            @Override
            public void started(String stage) {
              // The NameNode goes on to name it for ten minutes, to readers and to writers.
              if (stage.equals("read articles")) {
                hdfs.stopDataNode(0);
              }
            }
          };
      RunResult run = Jobs.run(JobConfig.of(flags, Map.of(), List.of()), stages);
      assertThat(hdfs.getDataNodes()).hasSize(2);
      assertThat(run.outcome()).isEqualTo(Outcome.PUBLISHED);
      assertThat(RunStore.at(output).current()).contains(run.manifest().runId());
      assertThat(
              spark
                  .read()
                  .parquet(run.path() + "/articles")
                  .select("input_file")
                  .as(Encoders.STRING())
                  .collectAsList())
          .containsExactlyInAnyOrder(
              hdfs.getURI() + "/news/1.txt",
              hdfs.getURI() + "/news/more.jsonl",
              hdfs.getURI() + "/news/older.zip!/2021/3.txt");
      assertThat(spark.read().parquet(run.path() + "/quarantine").head().getString(0))
          .isEqualTo(hdfs.getURI() + "/news/more.jsonl");
      assertThat(fs.exists(new org.apache.hadoop.fs.Path(output, ".lock"))).isFalse();
    } finally {
      hdfs.shutdown();
    }
  }

  private static void write(FileSystem fs, String path, String text) throws IOException {
    try (var out = fs.create(new org.apache.hadoop.fs.Path(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
