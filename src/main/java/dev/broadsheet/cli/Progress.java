package dev.broadsheet.cli;

import dev.broadsheet.job.stages.StageListener;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;

/**
 * One line a stage, with what it found and its seconds. On a terminal the line of the running stage
 * changes as tasks end; in a log, a stage that takes long says so every minute.
 */
final class Progress implements StageListener, AutoCloseable {
  private static final long EVERY_MINUTE = 60_000;
  private static final String CLEAR_LINE = "\r\u001B[K";

  private final PrintStream out;
  private final boolean terminal;
  private final Runnable beforeStage;
  private final Timer timer = new Timer("broadsheet-progress", true);
  private String stage;
  private long start;
  private int ended;
  private int known;
  private String read = "";

  /**
   * Progress on a stream.
   *
   * @param beforeStage is done before each stage; what it throws ends the work
   */
  Progress(PrintStream out, boolean terminal, Runnable beforeStage) {
    this.out = out;
    this.terminal = terminal;
    this.beforeStage = beforeStage;
    long period = terminal ? 500 : EVERY_MINUTE;
    timer.scheduleAtFixedRate(
        new TimerTask() {
          @Override
          public void run() {
            tick();
          }
        },
        period,
        period);
  }

  @Override
  public synchronized void started(String name) {
    beforeStage.run();
    stage = name;
    start = System.nanoTime();
    ended = 0;
    known = 0;
    read = "";
    tick(terminal);
  }

  @Override
  public synchronized void progressed(int endedTasks, int knownTasks) {
    ended = endedTasks;
    known = knownTasks;
  }

  @Override
  public synchronized void read(long bytes, long all) {
    read = String.format(Locale.ROOT, "   %,.1f of %,.1f MB", bytes / 1e6, all / 1e6);
  }

  @Override
  public synchronized void ended(String name, double seconds, String detail) {
    stage = null;
    out.printf(
        Locale.ROOT, "%s  %-17s %7.1f s   %s%n", terminal ? CLEAR_LINE : "", name, seconds, detail);
    out.flush();
  }

  private synchronized void tick() {
    tick(true);
  }

  private void tick(boolean wanted) {
    if (stage == null || !wanted) {
      return;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    String tasks = read + (known == 0 ? "" : "   task %d of %d".formatted(ended, known));
    out.printf(
        Locale.ROOT,
        terminal ? CLEAR_LINE + "  %-17s %7.1f s …%s" : "  %-17s %7.1f s so far%s%n",
        stage,
        seconds,
        tasks);
    out.flush();
  }

  @Override
  public synchronized void close() {
    timer.cancel();
    if (terminal && stage != null) {
      out.println();
    }
    stage = null;
  }
}
