package dev.broadsheet.runs;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
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
  private static final String CURRENT = "CURRENT";
  private static final String RUNS = "runs";
  private static final String LOCK = ".lock";

  /** A run that takes the place of the current one grows under this name. */
  static final String NEW = ".new-";

  /** What it replaces has this name while the two change places. */
  static final String OLD = ".old-";

  private static final DateTimeFormatter RUN_ID =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{6}Z");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private final String output;
  private final Storage storage;

  private RunStore(String output) {
    this.output = output;
    this.storage = Storage.of(output);
  }

  /** The store at an output path: local, or any Hadoop path. */
  public static RunStore at(String output) {
    return new RunStore(output);
  }

  /** The id of a run that starts now: {@code 2026-11-23T020000Z}. */
  public static String runId(Instant start) {
    return RUN_ID.format(start);
  }

  /** Whether a run may be called so: letters, digits, dots, dashes, underscores. */
  public static boolean isRunId(String name) {
    return NAME.matcher(name).matches();
  }

  /** The run that readers see; empty before the first one. */
  public Optional<String> current() {
    return attempt("read", CURRENT, () -> storage.read(CURRENT).map(String::strip));
  }

  /** The manifest of a run; empty if there is none: the run does not exist, died, or still runs. */
  public Optional<Manifest> manifest(String runId) {
    String file = RUNS + "/" + runId + "/manifest.json";
    return attempt("read", file, () -> storage.read(file)).map(Manifest::fromJson);
  }

  /** All folders of runs, with or without a manifest, by name. */
  public List<String> runIds() {
    return attempt("list", RUNS, () -> storage.list(RUNS)).stream()
        .filter(RunStore::isRunId)
        .toList();
  }

  /** The full path of a run's folder. */
  public String path(String runId) {
    return storage.path(RUNS + "/" + runId);
  }

  /** Who wrote that he holds the lock; he may have died since. */
  private Optional<String> lockHolder() {
    return attempt("read", LOCK, () -> storage.read(LOCK))
        .flatMap(holder -> holder.lines().findFirst())
        .filter(holder -> !holder.isBlank());
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
          "Cannot write to %s: %s. Check the path and its permissions.".formatted(output, why(e)),
          e);
    }
  }

  private static String why(IOException e) {
    String message = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
    return (e.getClass().getSimpleName() + " " + message).strip();
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
                  "Cannot publish run %s: the current run %s is later. Say --force to go back."
                      .formatted(runId, now));
            });
  }

  /**
   * Makes room for a run: what an earlier attempt left under its id goes, unless it is what readers
   * see now; then the new run grows beside it.
   */
  public RunFolder begin(String runId) {
    recover();
    boolean replacesCurrent = current().filter(runId::equals).isPresent();
    String folder = RUNS + "/" + (replacesCurrent ? NEW + runId : runId);
    attempt(
        "delete",
        folder,
        () -> {
          storage.delete(folder);
          return null;
        });
    return new RunFolder(this, storage, runId, folder);
  }

  /** Mends what a run left that was killed while it replaced its predecessor's folder. */
  private void recover() {
    attempt(
        "repair",
        RUNS,
        () -> {
          List<String> names = storage.list(RUNS);
          for (String name : names) {
            String runId = name.replaceFirst("^\\.(old|new)-", "");
            if (name.startsWith(OLD) && !names.contains(runId)) {
              storage.rename(RUNS + "/" + name, RUNS + "/" + runId);
            } else if (name.startsWith(OLD) || name.startsWith(NEW)) {
              storage.delete(RUNS + "/" + name);
            }
          }
          return null;
        });
  }

  /** Moves {@code CURRENT}, in one step. */
  void publish(String runId) {
    attempt(
        "write",
        CURRENT,
        () -> {
          storage.write(CURRENT, runId + "\n");
          return null;
        });
  }

  /**
   * Writes a file outside of the output folder, in one step.
   *
   * @throws RunException if it cannot be written
   */
  static void writeFile(String path, String text) {
    int name = path.lastIndexOf('/') + 1;
    RunStore folder = at(name == 0 ? "." : path.substring(0, name));
    folder.attempt(
        "write",
        path.substring(name),
        () -> {
          folder.storage.write(path.substring(name), text);
          return null;
        });
  }

  /** Deletes a run. */
  void delete(String runId) {
    attempt(
        "delete",
        path(runId),
        () -> {
          storage.delete(RUNS + "/" + runId);
          return null;
        });
  }

  /** Published and failed runs, the latest start first. */
  public List<Manifest> finished() {
    List<Manifest> manifests = new ArrayList<>();
    runIds().forEach(id -> manifest(id).ifPresent(manifests::add));
    manifests.sort(Comparator.comparing(Manifest::started).reversed());
    return manifests;
  }

  /** A file operation. */
  interface Operation<T> {
    T run() throws IOException;
  }

  <T> T attempt(String verb, String what, Operation<T> operation) {
    try {
      return operation.run();
    } catch (IOException e) {
      throw new RunException(
          "Cannot %s %s in %s: %s. Check the path and its permissions."
              .formatted(verb, what, output, why(e)),
          e);
    }
  }
}
