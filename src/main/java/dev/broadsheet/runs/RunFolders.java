package dev.broadsheet.runs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which folder holds which run. A run's folder is called by its id. One that replaces a published
 * run under the same id gets a folder of its own, {@code <run-id>.2} and so on, and {@code CURRENT}
 * names that: so a folder that readers were ever sent to never changes, and who resolved {@code
 * CURRENT} before it moved reads on in the replaced one. What run a folder holds its manifest says.
 */
final class RunFolders {
  static final String RUNS = "runs";
  static final String CURRENT = "CURRENT";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,119}");
  private static final Pattern REPLACEMENT = Pattern.compile("(.+)\\.([2-9]|[1-9]\\d{1,8})");

  /** A folder with a manifest that can be read. */
  record Finished(String folder, Manifest manifest) {
    private int generation() {
      return generationOf(folder, manifest.runId());
    }
  }

  private final Storage storage;

  RunFolders(Storage storage) {
    this.storage = storage;
  }

  static String in(String folder, String name) {
    return RUNS + "/" + folder + "/" + name;
  }

  /** The names of all folders of runs, sorted. */
  List<String> names() throws IOException {
    return storage.list(RUNS).stream().filter(name -> NAME.matcher(name).matches()).toList();
  }

  /** The folder that {@code CURRENT} names, whether there is one or not. */
  Optional<String> current() throws IOException {
    return storage.read(CURRENT).map(String::strip).filter(name -> NAME.matcher(name).matches());
  }

  /** What a folder's manifest says; empty where there is none, or one that cannot be read. */
  Optional<Manifest> manifest(String folder) throws IOException {
    try {
      return storage.read(in(folder, Manifest.FILE)).map(Manifest::fromJson);
    } catch (RunException e) {
      return Optional.empty();
    }
  }

  /** The run that a folder holds; where nothing says so, the one that it is called by. */
  String runIn(String folder) throws IOException {
    return manifest(folder).map(Manifest::runId).orElse(folder);
  }

  List<Finished> finished() throws IOException {
    List<Finished> finished = new ArrayList<>();
    for (String name : names()) {
      manifest(name).ifPresent(manifest -> finished.add(new Finished(name, manifest)));
    }
    return finished;
  }

  /**
   * The folder of a finished run: that of {@code CURRENT}, else the last that was published, else
   * one that failed its audit.
   */
  Optional<Finished> holding(String runId) throws IOException {
    List<Finished> candidates = new ArrayList<>();
    for (String name : names()) {
      if (mayHold(name, runId)) {
        manifest(name)
            .filter(manifest -> manifest.runId().equals(runId))
            .ifPresent(manifest -> candidates.add(new Finished(name, manifest)));
      }
    }
    return chosen(candidates, current());
  }

  private static Optional<Finished> chosen(List<Finished> ofOneRun, Optional<String> current) {
    return ofOneRun.stream()
        .max(
            Comparator.comparing(
                    (Finished found) -> current.filter(found.folder()::equals).isPresent())
                .thenComparing(found -> found.manifest().published())
                .thenComparing(Finished::generation));
  }

  /** The folder of each finished run, as {@link #holding} chooses it. */
  List<Finished> runs() throws IOException {
    Optional<String> current = current();
    return finished().stream()
        .collect(Collectors.groupingBy(found -> found.manifest().runId()))
        .values()
        .stream()
        .flatMap(ofOneRun -> chosen(ofOneRun, current).stream())
        .toList();
  }

  /** Folders of published runs that another one of the same run has taken the place of. */
  List<String> replaced() throws IOException {
    List<Finished> replaced = new ArrayList<>(finished());
    replaced.removeAll(runs());
    return replaced.stream()
        // A copy under another name is somebody's, who knows why.
        .filter(found -> found.generation() > 0)
        .filter(found -> found.manifest().published())
        .map(Finished::folder)
        .toList();
  }

  /** Whether all that a manifest tells of is there: every table with its bytes, and the model. */
  boolean isWhole(Finished run) throws IOException {
    for (Manifest.TableEntry table : run.manifest().tables()) {
      long bytes =
          storage
              .files(RUNS + "/" + run.folder() + "/" + table.name(), ".parquet")
              .values()
              .stream()
              .mapToLong(Long::longValue)
              .sum();
      if (bytes != table.bytes()) {
        return false;
      }
    }
    return !storage.list(in(run.folder(), "model")).isEmpty();
  }

  /**
   * Deletes what dead runs left, and folders under an id that hold nothing published. Who holds the
   * lock knows that no other run is at work.
   */
  void bury(String runId) throws IOException {
    Optional<String> current = current();
    for (String name : storage.list(RUNS)) {
      if (current.filter(name::equals).isEmpty() && isDead(name, runId)) {
        storage.delete(RUNS + "/" + name);
      }
    }
  }

  private boolean isDead(String name, String runId) throws IOException {
    if (storage.read(in(name, Manifest.FILE)).isEmpty()) {
      return true;
    }
    return mayHold(name, runId)
        && manifest(name)
            .filter(found -> found.published() || !found.runId().equals(runId))
            .isEmpty();
  }

  /** The first name for a run's folder after all that are taken. */
  String free(String runId) throws IOException {
    int last = names().stream().mapToInt(name -> generationOf(name, runId)).max().orElse(0);
    return last == 0 ? runId : runId + "." + (last + 1);
  }

  /** Whether a folder is called as one of the run may be. */
  static boolean mayHold(String folder, String runId) {
    return generationOf(folder, runId) > 0;
  }

  private static int generationOf(String folder, String runId) {
    if (folder.equals(runId)) {
      return 1;
    }
    Matcher replacement = REPLACEMENT.matcher(folder);
    return replacement.matches() && replacement.group(1).equals(runId)
        ? Integer.parseInt(replacement.group(2))
        : 0;
  }
}
