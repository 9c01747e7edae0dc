package dev.broadsheet.cli;

import dev.broadsheet.runs.Manifest;

/** What a run counted. */
record RunCounts(
    long files,
    long bytes,
    long records,
    long articles,
    long quarantine,
    long outside,
    long leftOut,
    long topics) {

  static RunCounts of(Manifest run) {
    return new RunCounts(
        run.input().files(),
        run.input().bytes(),
        run.input().records(),
        rows(run, "articles"),
        rows(run, "quarantine"),
        run.input().outside(),
        run.input().leftOut().values().stream().mapToLong(Long::longValue).sum(),
        run.topics().size());
  }

  /** How much more there is than in another run; negative where it is less. */
  RunCounts minus(RunCounts other) {
    return new RunCounts(
        files - other.files,
        bytes - other.bytes,
        records - other.records,
        articles - other.articles,
        quarantine - other.quarantine,
        outside - other.outside,
        leftOut - other.leftOut,
        topics - other.topics);
  }

  private static long rows(Manifest run, String table) {
    return run.tables().stream()
        .filter(entry -> entry.name().equals(table))
        .mapToLong(Manifest.TableEntry::rows)
        .sum();
  }
}
