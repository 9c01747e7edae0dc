package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * An analyst who never rests: resolves {@code CURRENT} and reads all tables, again and again, and
 * knows nothing of this program but the layout of its output. Closing ends the reading, and fails
 * if a run was ever missing, partial, or of two.
 */
public final class ReaderLoop implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path output;
  private final Map<String, Integer> read = new ConcurrentHashMap<>();
  private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::loop, "reader");
  private volatile boolean ended;

  private ReaderLoop(Path output) {
    this.output = output;
  }

  /** Begins to read. */
  public static ReaderLoop of(Path output) {
    var loop = new ReaderLoop(output);
    loop.thread.start();
    return loop;
  }

  private void loop() {
    try {
      while (!ended) {
        String run = readOnce();
        read.merge(run, 1, Integer::sum);
        Thread.sleep(50);
      }
    } catch (Exception e) {
      wrong.add(e.toString());
    }
  }

  /** Reads the current run, and returns the name of its folder. */
  private String readOnce() throws IOException, InterruptedException {
    String name = Files.readString(output.resolve("CURRENT")).strip();
    Path run = output.resolve("runs").resolve(name);
    String manifest = Files.readString(run.resolve("manifest.json"));
    JsonNode tables = JSON.readTree(manifest).get("tables");
    for (JsonNode table : tables) {
      Thread.sleep(1);
      compare(name, run.resolve(table.get("name").asText()), table);
    }
    if (!Files.isDirectory(run.resolve("model/stages"))) {
      wrong.add(name + " has no model");
    }
    if (!Files.readString(run.resolve("manifest.json")).equals(manifest)) {
      wrong.add(name + " changed while it was read");
    }
    return name;
  }

  private void compare(String run, Path folder, JsonNode table) throws IOException {
    long bytes = 0;
    long rows = 0;
    for (Path file : parquet(folder)) {
      bytes += Files.size(file);
      var input =
          HadoopInputFile.fromPath(
              new org.apache.hadoop.fs.Path(file.toUri()), new Configuration(false));
      try (var reader = ParquetFileReader.open(input)) {
        rows += reader.getRecordCount();
      }
    }
    if (bytes != table.get("bytes").asLong() || rows != table.get("rows").asLong()) {
      wrong.add(
          "%s: %s has %d rows in %d bytes, its manifest says %s"
              .formatted(run, folder.getFileName(), rows, bytes, table));
    }
  }

  private static List<Path> parquet(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).toList();
    }
  }

  /** The first thing that was wrong, so far. */
  public Optional<String> wrong() {
    return Optional.ofNullable(wrong.peek());
  }

  /** Waits until the loop has read this folder of a run to its end. */
  public void awaitReading(String folder) throws InterruptedException {
    for (int i = 0; i < 6000 && wrong.isEmpty() && !read.containsKey(folder); i++) {
      Thread.sleep(50);
    }
    assertThat(wrong).isEmpty();
    assertThat(read).containsKey(folder);
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
    assertThat(wrong).isEmpty();
    assertThat(read).isNotEmpty();
  }
}
