package dev.broadsheet.runs;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which runs stay. */
public final class Retention {
  private Retention() {}

  /**
   * The folders to delete so that the latest runs stay: of all but {@code keep} published runs, of
   * runs that failed their audit and are older than those, what dead runs left, and what was
   * replaced. Never that of the current run.
   *
   * @param inProgress a run that is not to be touched either; where there is one, nothing is that
   *     has no manifest, as another may have begun meanwhile, or that another folder has taken the
   *     place of, as {@code CURRENT} may be about to move there
   */
  public static List<String> expired(RunStore store, int keep, Optional<String> inProgress) {
    List<Manifest> finished = store.finished();
    Set<String> stay = new HashSet<>();
    store.current().ifPresent(stay::add);
    inProgress.ifPresent(stay::add);
    finished.stream()
        .filter(Manifest::published)
        .limit(keep)
        .map(Manifest::runId)
        .forEach(stay::add);
    String oldest =
        finished.stream()
            .filter(manifest -> stay.contains(manifest.runId()))
            .map(Manifest::started)
            .min(String::compareTo)
            .orElse("");
    finished.stream()
        .filter(manifest -> !manifest.published() && manifest.started().compareTo(oldest) > 0)
        .map(Manifest::runId)
        .forEach(stay::add);
    return store.reading(RunFolders.RUNS, () -> besides(stay, store.folders(), inProgress));
  }

  private static List<String> besides(
      Set<String> stay, RunFolders folders, Optional<String> inProgress) throws IOException {
    Set<String> gone = new HashSet<>(inProgress.isEmpty() ? folders.replaced() : List.of());
    Set<String> finished = new HashSet<>();
    for (RunFolders.Finished found : folders.finished()) {
      finished.add(found.folder());
      if (!stay.contains(found.manifest().runId())) {
        gone.add(found.folder());
      }
    }
    Optional<String> current = folders.current();
    return folders.names().stream()
        .filter(name -> gone.contains(name) || inProgress.isEmpty() && !finished.contains(name))
        .filter(name -> current.filter(name::equals).isEmpty())
        .toList();
  }

  /** Deletes {@link #expired} folders and returns their names. */
  public static List<String> prune(RunStore store, int keep, Optional<String> inProgress) {
    List<String> expired = expired(store, keep, inProgress);
    expired.forEach(store::delete);
    return expired;
  }
}
