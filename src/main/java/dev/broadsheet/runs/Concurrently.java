package dev.broadsheet.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
   * Applies a function to all items, a few at once. After a failure no further one is begun, and
   * those that are under way are awaited, so that nothing goes on behind the caller's back.
   *
   * @return the results in the order of the items
   * @throws RuntimeException the first failure, in the order of the items
   */
  public static <A, B> List<B> map(List<A> items, Function<A, B> function) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    var failed = new AtomicBoolean();
    try {
      List<Future<Optional<B>>> futures =
          items.stream()
              .map(item -> threads.submit(() -> attempt(item, function, failed)))
              .toList();
      threads.shutdown();
      threads.awaitTermination(Long.MAX_VALUE, TimeUnit.DAYS);
      List<B> results = new ArrayList<>();
      for (Future<Optional<B>> future : futures) {
        future.get().ifPresent(results::add);
      }
      return results;
    } catch (ExecutionException e) {
      throw Concurrently.<RuntimeException>sneak(e.getCause());
    } catch (InterruptedException e) {
      failed.set(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <A, B> Optional<B> attempt(A item, Function<A, B> function, AtomicBoolean failed) {
    if (failed.get()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(function.apply(item));
    } catch (Throwable e) {
      failed.set(true);
      throw e;
    }
  }

  /** Spark throws checked exceptions without declaring them; they go on as they are. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneak(Throwable failure) throws E {
    throw (E) failure;
  }
}
