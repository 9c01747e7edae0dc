package dev.broadsheet.runs;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which runs stay. */
public final class Retention {
  private Retention() {}

  /**
   * The runs to delete so that the latest ones stay: all but {@code keep} published runs, runs that
   * failed their audit and are older than those, and what dead runs left. Never the current run.
   *
   * @param inProgress a run that is not to be touched either
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
    return store.runIds().stream().filter(id -> !stay.contains(id)).toList();
  }

  /** Deletes {@link #expired} runs and returns their ids. */
  public static List<String> prune(RunStore store, int keep, Optional<String> inProgress) {
    List<String> expired = expired(store, keep, inProgress);
    expired.forEach(store::delete);
    return expired;
  }
}
