package dev.broadsheet.job.stages;

import dev.broadsheet.runs.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the stages of the job one after another: names their Spark jobs, times them, tells of them.
 */
public final class Stages implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Stages.class);

  private static final long LOOK_MILLIS = 50;
  private static final int LOOKS = 100;

  private final SparkSession spark;
  private final StageListener listener;
  private final TaskCounter tasks = new TaskCounter();
  private final List<Manifest.Stage> done = new ArrayList<>();
  private final ReadingProgress reading = new ReadingProgress(this::read);
  private volatile long toRead;

  public Stages(SparkSession spark, StageListener listener) {
    this.spark = spark;
    this.listener = listener;
    spark.sparkContext().addSparkListener(tasks);
    spark.sparkContext().addSparkListener(reading);
  }

  /** Runs a stage that reads so many bytes of the input, and tells how many it has read. */
  public <T> T reading(long bytes, Stage<T> stage) {
    toRead = bytes;
    try {
      return run(stage);
    } finally {
      toRead = 0;
    }
  }

  private void read(long bytes) {
    long all = toRead;
    if (all > 0) {
      listener.read(Math.min(bytes, all), all);
    }
  }

  /** Runs a stage. */
  public <T> T run(Stage<T> stage) {
    return run(stage.name(), stage::run);
  }

  /**
   * Runs a step that is no stage of its own; {@code name} is what Spark's UI, the log and the table
   * of stages show.
   */
  public <T> T run(String name, Supplier<Outcome<T>> work) {
    spark.sparkContext().setJobDescription(name);
    listener.started(name);
    long start = System.nanoTime();
    Outcome<T> outcome = work.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    done.add(new Manifest.Stage(name, seconds, outcome.rows()));
    listener.ended(name, seconds, outcome.detail());
    LOG.info("{}: {} s, {}", name, "%.1f".formatted(seconds), outcome.detail());
    spark.sparkContext().setJobDescription(null);
    return outcome.value();
  }

  /** The stages that have ended. */
  public List<Manifest.Stage> done() {
    return List.copyOf(done);
  }

  /**
   * Waits a few seconds for tasks of a job that failed or was cancelled: they go on for a moment,
   * and would write into a folder that is deleted meanwhile.
   */
  public void awaitTasks() {
    try {
      int quiet = 0;
      for (int i = 0; i < LOOKS && quiet < 2 && !spark.sparkContext().isStopped(); i++) {
        quiet = tasks.running.get() == 0 ? quiet + 1 : 0;
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    spark.sparkContext().removeSparkListener(tasks);
    spark.sparkContext().removeSparkListener(reading);
  }

  private final class TaskCounter extends SparkListener {
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger known = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    @Override
    public void onTaskStart(SparkListenerTaskStart task) {
      running.incrementAndGet();
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
      known.addAndGet(stage.stageInfo().numTasks());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
      running.decrementAndGet();
      listener.progressed(ended.incrementAndGet(), known.get());
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted stage) {
      if (ended.get() >= known.get()) {
        ended.set(0);
        known.set(0);
      }
    }
  }
}
