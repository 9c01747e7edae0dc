package dev.broadsheet.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunMetricsTest {
  private static final String RUN = "2026-11-22T020000Z";

  private static void publish(RunStore store) {
    try (RunLock lock = store.lock(RUN)) {
      store.begin(RUN, lock).publish(RunStoreTest.manifest(RUN, Manifest.Status.PUBLISHED), lock);
    }
  }

  @Test
  void ofARunThatWasPublished(@TempDir Path output) {
    RunStore store = RunStore.at(output.toString());
    publish(store);
    assertThat(output.resolve("runs").resolve(RUN).resolve("metrics.prom"))
        .hasContent(
            """
            # HELP broadsheet_exit_code exit code of the last run; 0 is success
            # TYPE broadsheet_exit_code gauge
            broadsheet_exit_code 0
            # HELP broadsheet_end_timestamp_seconds when the last run ended
            # TYPE broadsheet_end_timestamp_seconds gauge
            broadsheet_end_timestamp_seconds 1795402800
            # HELP broadsheet_last_success_timestamp_seconds when the run that readers see ended
            # TYPE broadsheet_last_success_timestamp_seconds gauge
            broadsheet_last_success_timestamp_seconds 1795402800
            # HELP broadsheet_duration_seconds wall clock of the last run
            # TYPE broadsheet_duration_seconds gauge
            broadsheet_duration_seconds 90000
            # HELP broadsheet_stage_duration_seconds wall clock of a stage of the last run
            # TYPE broadsheet_stage_duration_seconds gauge
            broadsheet_stage_duration_seconds{stage="audit"} 1.500
            # HELP broadsheet_records records that were read
            # TYPE broadsheet_records gauge
            broadsheet_records 3
            # HELP broadsheet_records_rejected records in quarantine
            # TYPE broadsheet_records_rejected gauge
            broadsheet_records_rejected{reason="bad_date"} 1
            # HELP broadsheet_articles articles, duplicates too
            # TYPE broadsheet_articles gauge
            broadsheet_articles 0
            # HELP broadsheet_topics topics
            # TYPE broadsheet_topics gauge
            broadsheet_topics 1
            # HELP broadsheet_checks_failed checks of the audit that failed
            # TYPE broadsheet_checks_failed gauge
            broadsheet_checks_failed{level="error"} 0
            broadsheet_checks_failed{level="warning"} 0
            # HELP broadsheet_run_info the last run
            # TYPE broadsheet_run_info gauge
            broadsheet_run_info{run_id="2026-11-22T020000Z",version="1",spark="4"} 1
            """);
  }

  @Test
  void ofARunThatFailedItsAuditTheLastSuccessIsTheCurrentRuns(@TempDir Path output) {
    RunStore store = RunStore.at(output.toString());
    publish(store);
    String failed = "2026-11-24T020000Z";
    try (RunLock lock = store.lock(failed)) {
      store.begin(failed, lock).keep(RunStoreTest.manifest(failed, Manifest.Status.FAILED_AUDIT));
    }
    assertThat(output.resolve("runs/2026-11-24T020000Z/metrics.prom"))
        .content()
        .contains("broadsheet_exit_code 4\n")
        .contains("broadsheet_last_success_timestamp_seconds 1795402800\n");
  }

  @Test
  void ofARunThatFailedBefore(@TempDir Path output) {
    var stages = new TreeMap<>(Map.of("list \"input\"\\\n", 0.25));
    assertThat(
            RunMetrics.failed(
                    1,
                    Instant.ofEpochSecond(1000),
                    Instant.ofEpochMilli(1_012_500),
                    stages,
                    RunStore.at(output.toString()))
                .text())
        .contains("broadsheet_exit_code 1\n")
        .contains("broadsheet_end_timestamp_seconds 1012\n")
        .contains("broadsheet_duration_seconds 12.500\n")
        .contains("broadsheet_stage_duration_seconds{stage=\"list \\\"input\\\"\\\\\\n\"} 0.250\n")
        .doesNotContain("last_success", "articles", "checks_failed");
  }
}
