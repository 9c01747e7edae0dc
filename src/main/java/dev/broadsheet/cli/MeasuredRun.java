package dev.broadsheet.cli;

import dev.broadsheet.job.RunResult;
import dev.broadsheet.job.stages.StageListener;
import dev.broadsheet.runs.RunException;
import dev.broadsheet.runs.RunMetrics;
import dev.broadsheet.runs.RunStore;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A run whose metrics are written when it ends, however it ends, if a file for them was named. */
final class MeasuredRun {
  /** 128 and the number of SIGTERM. */
  private static final int TERMINATED = 143;

  private final Optional<String> file;
  private final String output;
  private final Clock clock;
  private final PrintStream err;
  private final Instant started;
  private final Map<String, Double> stages = new LinkedHashMap<>();

  MeasuredRun(Optional<String> file, String output, Clock clock, PrintStream err) {
    this.file = file;
    this.output = output;
    this.clock = clock;
    this.err = err;
    this.started = clock.instant();
  }

  /** A listener that also remembers how long each stage took. */
  StageListener listener(StageListener other) {
    return new StageListener() {
      @Override
      public void started(String stage) {
        other.started(stage);
      }

      @Override
      public void progressed(int ended, int known) {
        other.progressed(ended, known);
      }

      @Override
      public void read(long bytes, long all) {
        other.read(bytes, all);
      }

      @Override
      public void ended(String stage, double seconds, String detail) {
        stages.put(stage, seconds);
        other.ended(stage, seconds, detail);
      }
    };
  }

  /** The run wrote its tables. */
  void ended(RunResult result) {
    int code =
        result.catalogFailure().isPresent()
            ? ExitCode.CATALOG.code()
            : result.manifest().status().exitCode();
    write(store -> RunMetrics.of(result.manifest(), code, store));
  }

  /** The run failed before. */
  void failed(Throwable failure) {
    write(store -> RunMetrics.failed(code(failure), started, clock.instant(), stages, store));
  }

  private static int code(Throwable failure) {
    return failure instanceof Termination.Stopped ? TERMINATED : ExitCode.of(failure).code();
  }

  private interface Measurement {
    RunMetrics of(RunStore store);
  }

  /** What became of the run is not changed by metrics that cannot be written. */
  private void write(Measurement metrics) {
    if (file.isEmpty()) {
      return;
    }
    try {
      metrics.of(RunStore.at(output)).write(file.get());
    } catch (RunException e) {
      err.println(e.getMessage());
    }
  }
}
