package dev.broadsheet;

import static dev.broadsheet.EndedRuns.ENDED;
import static dev.broadsheet.EndedRuns.FIRST;
import static dev.broadsheet.EndedRuns.SIGKILL;
import static dev.broadsheet.EndedRuns.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, or told to stop, leaves what readers see as it was. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunIT {
  @TempDir static Path folder;
  private EndedRuns nights;

  @BeforeAll
  void publishARun() throws IOException {
    nights = new EndedRuns(folder);
  }

  @AfterEach
  void theFirstRunIsAsItWas() throws IOException {
    nights.assertThatTheFirstIsAsItWas();
  }

  @Test
  void killedBeforeAnyTableIsWrittenItLeavesTheEarlierRunAsItWas() throws Exception {
    nights.end("read articles", SIGKILL, ENDED, 1);
    assertThat(RunStore.at(nights.output().toString()).manifest(ENDED)).isEmpty();
  }

  @Test
  void killedWhileItReplacesTheCurrentRunItIsNeitherSeenNorInTheWay() throws Exception {
    try (var readers = ReaderLoop.of(nights.output())) {
      readers.awaitReading(FIRST);
      nights.end("save model", SIGKILL, FIRST, 2);
      assertThat(nights.output().resolve("CURRENT")).hasContent(FIRST);
      assertThat(names(nights.output().resolve("runs"))).contains(FIRST, FIRST + ".2");
      InThisJvm.succeeds(nights.run(nights.output(), FIRST, 2));
      readers.awaitReading(FIRST + ".2");
    }
    assertThat(names(nights.output().resolve("runs"))).containsExactly(FIRST, FIRST + ".2");
    RunStore store = RunStore.at(nights.output().toString());
    assertThat(store.current()).contains(FIRST);
    Manifest manifest = store.manifest(FIRST).orElseThrow();
    assertThat(manifest.status()).isEqualTo(Manifest.Status.PUBLISHED);
    assertThat(manifest.configuration().get("topics").value()).isEqualTo("2");
    nights.backToTheFirst(FIRST + ".2");
  }

  @Test
  void toldToStopItStopsSparkLetsGoOfTheLockAndLeavesNoFile() throws Exception {
    nights.toldToStop("describe topics");
  }
}
