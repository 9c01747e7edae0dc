package dev.broadsheet.job;

import dev.broadsheet.SparkTest;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.job.stages.StageListener;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Runs the job in tests, in the session of the tests. */
final class Jobs {
  static final Instant START = Instant.parse("2026-11-23T02:00:00Z");

  private Jobs() {}

  static JobConfig config(Path input, Path output, Object... more) {
    return config(List.of(input.toString()), output, more);
  }

  static JobConfig config(List<String> input, Path output, Object... more) {
    Map<Option, List<String>> flags = new EnumMap<>(Option.class);
    flags.put(Option.INPUT, input);
    flags.put(Option.OUTPUT, List.of(output.toString()));
    for (int i = 0; i < more.length; i += 2) {
      flags.put((Option) more[i], List.of(String.valueOf(more[i + 1])));
    }
    return JobConfig.of(flags, Map.of(), List.of());
  }

  static RunResult run(JobConfig config) {
    return run(config, new Heard());
  }

  static RunResult run(JobConfig config, StageListener listener) {
    return new NightlyJob(
            SparkTest.Session.session(), config, Clock.fixed(START, ZoneOffset.UTC), listener)
        .run();
  }

  /** Remembers the stages that ended. */
  static class Heard implements StageListener {
    final List<String> stages = new ArrayList<>();

    @Override
    public void started(String stage) {}

    @Override
    public void progressed(int ended, int known) {}

    @Override
    public void read(long bytes, long all) {}

    @Override
    public void ended(String stage, double seconds, String detail) {
      stages.add(stage + ": " + detail);
    }
  }
}
