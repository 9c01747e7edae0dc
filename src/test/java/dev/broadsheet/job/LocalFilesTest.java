package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class LocalFilesTest {
  @TempDir Path folder;

  @Test
  void setsPermissions() throws IOException {
    try (FileSystem files = new LocalFiles()) {
      files.initialize(folder.toUri(), new Configuration());
      var file = new org.apache.hadoop.fs.Path(folder.resolve("file").toString());
      files.create(file).close();
      assertThat(permissions("file")).isEqualTo("rw-r--r--");
      files.setPermission(file, new FsPermission("640"));
      assertThat(permissions("file")).isEqualTo("rw-r-----");
      files.setPermission(file, new FsPermission("1777"));
      assertThat(permissions("file")).isEqualTo("rwxrwxrwx");
    }
  }

  private String permissions(String file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
  }

  @Test
  void aTableIsWrittenWithoutAProcessForEachFile(SparkSession spark) throws IOException {
    Path events = folder.resolve("events.jfr");
    try (var recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      spark.range(10).write().parquet(folder.resolve("table").toString());
      recording.stop();
      recording.dump(events);
    }
    assertThat(RecordingFile.readAllEvents(events)).isEmpty();
  }
}
