package dev.broadsheet.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a run in progress. Readers do not see it before {@link #publish}. */
public final class RunFolder {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  private final RunStore store;
  private final Storage storage;
  private final String name;
  private final Optional<String> replaces;
  private final String folder;

  RunFolder(RunStore store, Storage storage, String name, Optional<String> replaces) {
    this.store = store;
    this.storage = storage;
    this.name = name;
    this.replaces = replaces;
    this.folder = RunFolders.RUNS + "/" + name;
  }

  /** The full path of something in the folder, as Spark takes it. */
  public String path(String name) {
    return storage.path(folder + "/" + name);
  }

  /**
   * The names of a table's Parquet files, sorted, and their bytes; none where there is no table.
   */
  public Map<String, Long> files(String table) {
    return store.attempt(
        "list", path(table), () -> storage.files(folder + "/" + table, ".parquet"));
  }

  /** Deletes the folder, as far as it can; the run failed and another error is on its way. */
  public void abandon() {
    try {
      storage.delete(folder);
    } catch (java.io.IOException e) {
      // It has no manifest, so nobody reads it, and prune deletes it.
      LOG.warn("Cannot delete {}, which nobody reads.", storage.path(folder), e);
    }
  }

  /** Deletes something in the folder. */
  public void delete(String name) {
    store.attempt(
        "delete",
        path(name),
        () -> {
          storage.delete(folder + "/" + name);
          return null;
        });
  }

  /** Ends a run that failed its audit: kept to be looked at, not current. Returns where it is. */
  public String keep(Manifest manifest) {
    orAbandon(() -> write(manifest));
    return storage.path(folder);
  }

  /**
   * Ends the run: all that was written is brought to the disk, then the manifest, then, in one
   * step, {@code CURRENT}. So a power cut takes none of what readers are sent to. Returns where it
   * is.
   *
   * @throws RunException.Locked if another run has taken over the lock
   */
  public String publish(Manifest manifest, RunLock lock) {
    orAbandon(
        () -> {
          force();
          write(manifest);
        });
    try {
      lock.moveCurrent(name);
    } catch (RunException.Locked e) {
      // Nobody was sent here. After any other failure the pointer may have moved all the same.
      abandon();
      throw e;
    }
    return storage.path(folder);
  }

  /**
   * Deletes what is not wanted once this run is published: folders that were replaced, and with
   * {@code keep} what {@link Retention#expired} says. The one that this run replaced stays until
   * the next is published, as readers that resolved {@code CURRENT} before it moved are still
   * there. A failure is logged only: the run is published, and the next one deletes what is left.
   */
  public void deleteUnwanted(OptionalInt keep) {
    try {
      List<String> unwanted =
          keep.isPresent()
              ? Retention.expired(store, keep.getAsInt(), Optional.empty())
              : store.reading(RunFolders.RUNS, store.folders()::replaced);
      unwanted.stream()
          .filter(other -> replaces.filter(other::equals).isEmpty())
          .forEach(store::delete);
    } catch (RunException e) {
      LOG.warn("The run is published, but older ones were not deleted.", e);
    }
  }

  /** A run that finds no room for its manifest is none, and would keep the room of the next. */
  private void orAbandon(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      abandon();
      throw e;
    }
  }

  private void force() {
    store.attempt(
        "write",
        path(""),
        () -> {
          storage.force(folder);
          return null;
        });
  }

  private void write(Manifest manifest) {
    store.attempt(
        "write",
        path(RunMetrics.FILE),
        () -> {
          int exitCode = manifest.status().exitCode();
          storage.write(
              folder + "/" + RunMetrics.FILE, RunMetrics.of(manifest, exitCode, store).text());
          return null;
        });
    store.attempt(
        "write",
        path(Manifest.FILE),
        () -> {
          storage.write(folder + "/" + Manifest.FILE, manifest.toJson());
          return null;
        });
  }
}
