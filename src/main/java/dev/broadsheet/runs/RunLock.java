package dev.broadsheet.runs;

/** The lock of an output folder; closing lets it go. */
public final class RunLock implements AutoCloseable {
  private final RunStore store;
  private final Storage.Lock lock;

  RunLock(RunStore store, Storage.Lock lock) {
    this.store = store;
    this.lock = lock;
  }

  /**
   * Makes sure that it is still held: a machine that slept may have lost it.
   *
   * @throws RunException.Locked if another run has taken it over
   */
  public void check() {
    if (!store.reading("the lock", lock::isHeld)) {
      throw lost();
    }
  }

  /**
   * Publishes a folder: moves {@code CURRENT} to it, in one step.
   *
   * @throws RunException.Locked if another run has taken over the lock
   */
  void moveCurrent(String folder) {
    boolean moved =
        store.attempt(
            "write", RunFolders.CURRENT, () -> lock.write(RunFolders.CURRENT, folder + "\n"));
    if (!moved) {
      throw lost();
    }
  }

  /** Whether it was another's, who was silent for long but may wake. */
  boolean tookOver() {
    return lock.tookOver();
  }

  private RunException.Locked lost() {
    return new RunException.Locked(
        "Cannot publish: this run was silent for so long that %s took over its lock. Run it again when that has ended."
            .formatted(store.runInProgress().map(run -> "run " + run).orElse("another run")));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (Exception e) {
      throw new RunException("Cannot let go of the lock: %s.".formatted(e.getMessage()), e);
    }
  }
}
