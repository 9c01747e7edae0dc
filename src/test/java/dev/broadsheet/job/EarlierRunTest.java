package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.SparkTest;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.runs.RunLock;
import dev.broadsheet.runs.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SparkTest
class EarlierRunTest {
  private static final String RUN = "2026-11-22T020000Z";

  /** Of a run with a topic, whose tables and model are lost. */
  private static Manifest manifest() {
    return new Manifest(
        Manifest.FORMAT_VERSION,
        RUN,
        Manifest.Status.PUBLISHED,
        "2026-11-22T02:00:00Z",
        "2026-11-22T03:00:00Z",
        new Manifest.Versions("1", "4", "17"),
        Map.of(),
        new Manifest.Input(List.of("seeds"), "f", 1, 0, 10, 3, 0, Map.of(), Map.of()),
        "day",
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        List.of(new Manifest.TopicEntry(1, "rain, river", 2, 0.5)),
        2,
        null,
        List.of());
  }

  @Test
  void aModelThatCannotBeReadIsNamedWithTheWayOut(SparkSession spark, @TempDir Path output)
      throws IOException {
    RunStore store = RunStore.at(output.toString());
    try (RunLock lock = store.lock(RUN)) {
      store.begin(RUN, lock).publish(manifest(), lock);
    }
    Files.createDirectories(output.resolve("runs").resolve(RUN).resolve("model/metadata"));
    assertThatThrownBy(() -> EarlierRun.withTopics(spark, store, "next"))
        .isInstanceOf(RunException.Refused.class)
        .hasMessageStartingWith(
            "Cannot continue the topics of run " + RUN + ": its model cannot be read (")
        .hasMessageContaining(output.resolve("runs").resolve(RUN) + "/topics")
        .hasMessageEndingWith("). Mend it, or say --no-continue-topics to start afresh.");
  }
}
