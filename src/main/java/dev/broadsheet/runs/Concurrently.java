package dev.broadsheet.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does a few independent things at once: planning many small queries takes longer than running
 * them, and a cluster can run several. The threads inherit the class loader and Spark's local
 * properties.
 */
public final class Concurrently {
  private static final int AT_ONCE = 4;

  private Concurrently() {}

  /**
   * Applies a function to all items, a few at once.
   *
   * @return the results in the order of the items
   * @throws RuntimeException the first failure, in the order of the items
   */
  public static <A, B> List<B> map(List<A> items, Function<A, B> function) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<B>> futures =
          items.stream().map(item -> threads.submit(() -> function.apply(item))).toList();
      List<B> results = new ArrayList<>();
      for (Future<B> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw Concurrently.<RuntimeException>sneak(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      threads.shutdown();
    }
  }

  /** Spark throws checked exceptions without declaring them; they go on as they are. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneak(Throwable failure) throws E {
    throw (E) failure;
  }
}
