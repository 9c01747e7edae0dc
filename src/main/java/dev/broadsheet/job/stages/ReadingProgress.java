package dev.broadsheet.job.stages;

import dev.broadsheet.articles.input.BytesRead;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.spark.scheduler.AccumulableInfo;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.collection.Iterator;
import scala.collection.immutable.Seq;

/**
 * Adds up how many bytes of the input were read: from tasks that ended, and every ten seconds, with
 * the heartbeat of executors, from those that run.
 */
final class ReadingProgress extends SparkListener {
  private final LongConsumer listener;
  private final Map<Long, Long> byTask = new HashMap<>();
  private long reading = -1;

  ReadingProgress(LongConsumer listener) {
    this.listener = listener;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    add(end.taskInfo().taskId(), end.taskInfo().accumulables().toSeq());
  }

  @Override
  public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate update) {
    update
        .accumUpdates()
        .foreach(
            task -> {
              add((Long) task._1(), task._4().toSeq());
              return null;
            });
  }

  private void add(long task, Seq<AccumulableInfo> counted) {
    Iterator<AccumulableInfo> infos = counted.iterator();
    while (infos.hasNext()) {
      AccumulableInfo info = infos.next();
      if (info.name().contains(BytesRead.NAME)
          && info.update().isDefined()
          && info.id() >= reading) {
        add(task, info.id(), ((Number) info.update().get()).longValue());
      }
    }
  }

  /** A later accumulator is of another reading. */
  private void add(long task, long accumulator, long bytes) {
    if (accumulator > reading) {
      byTask.clear();
      reading = accumulator;
    }
    byTask.put(task, bytes);
    listener.accept(byTask.values().stream().mapToLong(Long::longValue).sum());
  }
}
