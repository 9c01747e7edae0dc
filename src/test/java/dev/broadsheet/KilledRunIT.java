package dev.broadsheet;

import static dev.broadsheet.EndedRuns.FIRST;
import static dev.broadsheet.EndedRuns.SIGKILL;
import static dev.broadsheet.EndedRuns.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A run that is killed, or told to stop, leaves what readers see as it was; that it does so
 * wherever it is ended, {@code KilledAnywhereIT} shows.
 */
class KilledRunIT {
  @RegisterExtension static final EndedRuns NIGHTS = new EndedRuns();

  @Test
  void killedWhileItReplacesTheCurrentRunItIsNeitherSeenNorInTheWay() throws Exception {
    try (var readers = ReaderLoop.of(NIGHTS.output())) {
      readers.awaitReading(FIRST);
      NIGHTS.end("save model", SIGKILL, FIRST, 2);
      assertThat(NIGHTS.output().resolve("CURRENT")).hasContent(FIRST);
      assertThat(names(NIGHTS.output().resolve("runs"))).contains(FIRST, FIRST + ".2");
      assertThat(NIGHTS.output().resolve("runs").resolve(FIRST + ".2"))
          .isDirectoryContaining("glob:**articles")
          .isDirectoryNotContaining("glob:**manifest.json");
      InThisJvm.succeeds(NIGHTS.run(NIGHTS.output(), FIRST, 2));
      readers.awaitReading(FIRST + ".2");
    }
    assertThat(names(NIGHTS.output().resolve("runs"))).containsExactly(FIRST, FIRST + ".2");
    RunStore store = RunStore.at(NIGHTS.output().toString());
    assertThat(store.current()).contains(FIRST);
    Manifest manifest = store.manifest(FIRST).orElseThrow();
    assertThat(manifest.status()).isEqualTo(Manifest.Status.PUBLISHED);
    assertThat(manifest.configuration().get("topics").value()).isEqualTo("2");
    NIGHTS.backToTheFirst(FIRST + ".2");
  }

  @Test
  void toldToStopItStopsSparkLetsGoOfTheLockAndLeavesNoFile() throws Exception {
    NIGHTS.toldToStop("find stories");
  }
}
