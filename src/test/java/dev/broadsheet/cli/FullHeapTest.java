package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.SparkTest;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class FullHeapTest {
  /** As the thread does that reads the result of a task: the job would wait for ever. */
  @Test
  void aJobEndsWhenAThreadThatNobodyWaitsForFindsTheHeapFull(SparkSession spark) throws Exception {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var full = new OutOfMemoryError("Java heap space");
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    try (FullHeap heap = FullHeap.of(spark.sparkContext())) {
      var reader =
          new Thread(
              () -> {
                while (spark.sparkContext().statusTracker().getActiveJobIds().length == 0) {
                  Thread.onSpinWait();
                }
                throw full;
              });
      reader.start();
      assertThatThrownBy(
              () -> context.parallelize(List.of(1), 1).foreach(FullHeapTest::waitToBeCancelled))
          .hasMessageContaining("cancelled");
      reader.join();
      assertThat(heap.error()).containsSame(full);
    }
    assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
  }

  private static void waitToBeCancelled(int one) throws InterruptedException {
    while (!TaskContext.get().isInterrupted()) {
      Thread.sleep(10);
    }
  }

  @Test
  void whatElseEndsAThreadIsSaidAsBefore(SparkSession spark) throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    var said = new AtomicReference<Throwable>();
    Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> said.set(failure));
    try (FullHeap heap = FullHeap.of(spark.sparkContext())) {
      var failure = new IllegalStateException("other");
      var thread =
          new Thread(
              () -> {
                throw failure;
              });
      thread.start();
      thread.join();
      assertThat(said).hasValue(failure);
      assertThat(heap.error()).isEmpty();
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }
}
