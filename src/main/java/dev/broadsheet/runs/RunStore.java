package dev.broadsheet.runs;

import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The output folder: {@code CURRENT}, and a folder for each run. All that a run does to it goes
 * through here.
 *
 * @implNote Failures of the file system come out as {@link RunException}, with the path and what to
 *     do.
 */
public final class RunStore {
  private static final String LOCK = ".lock";

  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{6}Z");

  private final String output;
  private final Storage storage;
  private final RunFolders folders;
  private final FileAttempts attempts;

  private RunStore(String output) {
    this.output = output;
    this.storage = Storage.of(output);
    this.folders = new RunFolders(storage);
    this.attempts = new FileAttempts(output);
  }

  /** The store at an output path: local, or any Hadoop path. */
  public static RunStore at(String output) {
    return new RunStore(output);
  }

  /** The folder in an output folder that all that runs write is in. */
  public static String runsIn(String output) {
    return output + "/" + RunFolders.RUNS;
  }

  /**
   * The run that readers see; empty before the first one, and where {@code CURRENT} says nothing.
   */
  public Optional<String> current() {
    return reading(
        RunFolders.CURRENT,
        () -> {
          Optional<String> folder = folders.current();
          return folder.isPresent() ? Optional.of(folders.runIn(folder.get())) : folder;
        });
  }

  /**
   * The manifest of a run, or of one of its folders; empty if there is none: the run does not
   * exist, died, or still runs.
   *
   * @throws RunException.Refused if what is there is no manifest
   */
  public Optional<Manifest> manifest(String runId) {
    Optional<Manifest> finished = finished(runId).map(RunFolders.Finished::manifest);
    if (finished.isPresent() || !RunId.is(runId)) {
      return finished;
    }
    String file = RunFolders.in(runId, Manifest.FILE);
    Optional<String> json = reading(file, () -> storage.read(file));
    try {
      return json.map(Manifest::fromJson);
    } catch (RunException e) {
      throw new RunException.Refused(
          "Cannot read %s: %s Run it again with --run-id %s, or look at another run."
              .formatted(storage.path(file), e.getMessage(), runId),
          e);
    }
  }

  private Optional<RunFolders.Finished> finished(String runId) {
    return reading(RunFolders.RUNS, () -> folders.holding(runId));
  }

  /** The manifest of a run, if it can be read. */
  public Optional<Manifest> finishedRun(String runId) {
    return finished(runId).map(RunFolders.Finished::manifest);
  }

  /** The manifest of a published run of which all is there that it tells of. */
  public Optional<Manifest> whole(String runId) {
    return finished(runId)
        .filter(run -> run.manifest().published())
        .filter(run -> reading(run.folder(), () -> folders.isWhole(run)))
        .map(RunFolders.Finished::manifest);
  }

  /**
   * Publishes a whole run that died, or lost its folder's name in {@code CURRENT}, between its
   * manifest and {@code CURRENT}.
   *
   * @return whether there was anything to do: not so where the current run is this or a later one
   */
  public boolean completePublication(Manifest run, RunLock lock) {
    Optional<Manifest> seen = current().flatMap(this::finishedRun);
    boolean later =
        seen.isPresent()
            ? seen.get().started().compareTo(run.started()) >= 0
            : finished().stream()
                .filter(Manifest::published)
                .anyMatch(other -> other.started().compareTo(run.started()) > 0);
    if (later) {
      return false;
    }
    lock.moveCurrent(finished(run.runId()).orElseThrow().folder());
    return true;
  }

  /** All folders of runs, with or without a manifest, by name; a run may have several. */
  public List<String> runIds() {
    return reading(RunFolders.RUNS, folders::names);
  }

  /** The full path of a run's folder: the current one where it has several. */
  public String path(String runId) {
    String folder = finished(runId).map(RunFolders.Finished::folder).orElse(runId);
    return storage.path(RunFolders.RUNS + "/" + folder);
  }

  /** The class by which Spark's tasks put files into the folder; empty for Spark's own way. */
  public Optional<String> commitProtocol() {
    return reading("the scheme", storage::copiesToRename)
        ? Optional.of(DirectCommit.class.getName())
        : Optional.empty();
  }

  /** Who wrote that he holds the lock; he may have died since. */
  private Optional<String> lockHolder() {
    return reading(LOCK, () -> storage.holder(LOCK)).filter(holder -> !holder.isBlank());
  }

  /** The run that holds the lock, for those who could not take it. */
  public Optional<String> runInProgress() {
    return lockHolder().map(holder -> holder.replaceFirst("^run ([^,]*),.*", "$1"));
  }

  /**
   * Takes the lock that keeps other runs away.
   *
   * @throws RunException.Locked if another run holds it
   * @throws RunException.Refused if the folder cannot be written to
   */
  public RunLock lock(String runId) {
    String holder =
        "run %s, process %d, since %s"
            .formatted(
                runId,
                ProcessHandle.current().pid(),
                Instant.now().toString().substring(0, 19) + "Z");
    Storage.Lock lock =
        takeLock(holder)
            .orElseThrow(
                () ->
                    new RunException.Locked(
                        "Cannot start: %s holds the lock of %s. Wait for it to end, then run again."
                            .formatted(lockHolder().orElse("another run"), output)));
    return new RunLock(this, lock);
  }

  /** The lock is the first thing that is written, so here it shows whether anything can be. */
  private Optional<Storage.Lock> takeLock(String holder) {
    try {
      return storage.lock(LOCK, holder);
    } catch (IOException e) {
      throw new RunException.Refused(
          "Cannot write to %s: %s. Check the path and its permissions."
              .formatted(output, FileAttempts.why(e)),
          e);
    }
  }

  /**
   * Refuses what would move {@code CURRENT} back in time.
   *
   * @throws RunException.Refused if the current run is a later one
   */
  public void refuseOlderThanCurrent(String runId) {
    current()
        .filter(now -> TIME.matcher(now).matches() && TIME.matcher(runId).matches())
        .filter(now -> now.compareTo(runId) > 0)
        .ifPresent(
            now -> {
              throw new RunException.Refused(
                  "Cannot publish run %s: the current run %s is later. Set the clock right, or say --force to go back."
                      .formatted(runId, now));
            });
  }

  /**
   * Makes room for a run: what dead runs left goes, and what failed its audit under this id. What
   * was published, or is what readers see now, stays; a run under the same id grows beside it.
   * Where a dead run may wake, the new one does not grow where that would write.
   */
  public RunFolder begin(String runId, RunLock lock) {
    return attempt(
        "clear",
        RunFolders.RUNS,
        () -> {
          Optional<String> replaced = folders.holding(runId).map(RunFolders.Finished::folder);
          String beside = folders.free(runId);
          folders.bury(runId);
          String folder = lock.tookOver() ? beside : folders.free(runId);
          return new RunFolder(this, storage, folder, replaced);
        });
  }

  /** The folders of {@link RunFolders}, for those who decide which stay. */
  RunFolders folders() {
    return folders;
  }

  /** Deletes a folder, its manifest first: what a dead deletion leaves is no run. */
  void delete(String folder) {
    attempt(
        "delete",
        folder,
        () -> {
          storage.delete(RunFolders.in(folder, Manifest.FILE));
          storage.delete(RunFolders.RUNS + "/" + folder);
          return null;
        });
  }

  /** Published and failed runs that can be read, the latest start first. */
  public List<Manifest> finished() {
    return reading(RunFolders.RUNS, folders::runs).stream()
        .map(RunFolders.Finished::manifest)
        .sorted(Comparator.comparing(Manifest::started).reversed())
        .toList();
  }

  <T> T reading(String what, FileAttempts.Operation<T> operation) {
    return attempts.attempt("read", what, operation);
  }

  <T> T attempt(String verb, String what, FileAttempts.Operation<T> operation) {
    return attempts.attempt(verb, what, operation);
  }
}
