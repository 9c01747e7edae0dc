package dev.broadsheet.runs;

/** The lock of an output folder; closing lets it go. */
public final class RunLock implements AutoCloseable {
  private final AutoCloseable lock;

  RunLock(AutoCloseable lock) {
    this.lock = lock;
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
