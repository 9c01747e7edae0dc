package dev.broadsheet.runs;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a run in progress. Readers do not see it before {@link #publish}. */
public final class RunFolder {
  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);

  private final RunStore store;
  private final Storage storage;
  private final String runId;
  private final String folder;

  RunFolder(RunStore store, Storage storage, String runId, String folder) {
    this.store = store;
    this.storage = storage;
    this.runId = runId;
    this.folder = folder;
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
    write(manifest);
    if (!isReplacement()) {
      return storage.path(folder);
    }
    String failed = "runs/" + runId + "-failed";
    move(folder, failed);
    return storage.path(failed);
  }

  /** Ends the run: manifest first, then, in one step, {@code CURRENT}. */
  public void publish(Manifest manifest) {
    write(manifest);
    if (isReplacement()) {
      String old = "runs/" + RunStore.OLD + runId;
      move("runs/" + runId, old);
      move(folder, "runs/" + runId);
      store.attempt("delete", old, () -> delete(storage, old));
    }
    store.publish(runId);
  }

  private boolean isReplacement() {
    return !folder.equals("runs/" + runId);
  }

  private void write(Manifest manifest) {
    store.attempt(
        "write",
        path(RunMetrics.FILE),
        () -> {
          storage.write(folder + "/" + RunMetrics.FILE, RunMetrics.of(manifest, store).text());
          return null;
        });
    store.attempt(
        "write",
        path("manifest.json"),
        () -> {
          storage.write(folder + "/manifest.json", manifest.toJson());
          return null;
        });
  }

  private void move(String from, String to) {
    store.attempt(
        "rename",
        from,
        () -> {
          storage.delete(to);
          storage.rename(from, to);
          return null;
        });
  }

  private static Void delete(Storage storage, String folder) throws java.io.IOException {
    storage.delete(folder);
    return null;
  }
}
