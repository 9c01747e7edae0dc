package dev.broadsheet.job.stages;

/** Is told how the job goes on. */
public interface StageListener {
  /** A stage starts. */
  void started(String stage);

  /**
   * A task of Spark ended, on another thread.
   *
   * @param ended tasks so far of those running together
   * @param known tasks there are of these
   */
  void progressed(int ended, int known);

  /**
   * Some of the input was read, on another thread.
   *
   * @param bytes of text, CSV and JSON files, as they lie there
   * @param all how many there are
   */
  void read(long bytes, long all);

  /** A stage ended; {@code detail} is what it found, in a few words. */
  void ended(String stage, double seconds, String detail);
}
