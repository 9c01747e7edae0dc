package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed leaves what readers see as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunIT {
  private static final String FIRST = "2026-11-22T020000Z";
  private static final String KILLED = "2026-11-23T020000Z";
  private static final String NEXT = "2026-11-24T020000Z";

  @TempDir static Path folder;
  private Path output;
  private Map<String, Long> before;

  private Object[] run(String runId) {
    return new Object[] {
      "run",
      "--input",
      folder.resolve("input"),
      "--output",
      output,
      "--topics",
      1,
      "--run-id",
      runId
    };
  }

  @BeforeAll
  void publishARun() throws IOException {
    output = folder.resolve("output");
    var corpus = new Corpus(folder.resolve("input"));
    for (int i = 0; i < 8; i++) {
      corpus.article(
          i + ".txt",
          i % 2 == 0 ? "Flood" : "Bank",
          "2022010" + (1 + i),
          "https://a.example/" + i,
          (i % 2 == 0
                  ? "The river rose over bridge and levee "
                  : "The bank sold shares to a lender ")
              + i);
    }
    InThisJvm.succeeds(run(FIRST));
    before = files(output.resolve("runs").resolve(FIRST));
  }

  /** Every file with its time of change. */
  private static Map<String, Long> files(Path root) throws IOException {
    var found = new TreeMap<String, Long>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        found.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return found;
  }

  @Test
  void killedBeforeAnyTableIsWrittenItLeavesTheEarlierRunAsItWas() throws IOException {
    killAfter("read articles");
  }

  @Test
  void killedWhenOnlyTheManifestIsMissingItDoesNotHinderTheNextRun() throws IOException {
    killAfter("audit");
    InThisJvm.succeeds(run(NEXT));
    RunStore store = RunStore.at(output.toString());
    assertThat(store.current()).contains(NEXT);
    assertThat(store.manifest(NEXT).orElseThrow().status()).isEqualTo(Manifest.Status.PUBLISHED);
    Files.writeString(output.resolve("CURRENT"), FIRST + "\n");
  }

  private void killAfter(String stage) throws IOException {
    ChildJvm.Ended ended =
        ChildJvm.java(
                ChildJvm.jar() + File.pathSeparator + ChildJvm.sparkClassPath(),
                Stream.concat(
                        Stream.of(
                            "-Dspark.ui.enabled=false",
                            "-Dspark.sql.adaptive.enabled=false",
                            "-Dspark.sql.shuffle.partitions=2",
                            "-Dspark.sql.codegen.wholeStage=false",
                            "-Dspark.sql.codegen.factoryMode=NO_CODEGEN",
                            "dev.broadsheet.Main"),
                        Arrays.stream(run(KILLED)))
                    .toArray())
            .runUntil(line -> line.startsWith("  " + stage) && !line.contains("so far"));
    assertThat(ended.code()).as(ended.printed()).isEqualTo(137);
    assertThat(output.resolve("CURRENT")).hasContent(FIRST);
    assertThat(files(output.resolve("runs").resolve(FIRST))).isEqualTo(before);
    assertThat(RunStore.at(output.toString()).manifest(KILLED)).isEmpty();
  }
}
