package dev.broadsheet.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Runs that are published one after the other, on any storage, while somebody resolves {@code
 * CURRENT} again and again.
 */
public final class NightsInARow {
  private NightsInARow() {}

  /** Publishes so many like this one, and fails if there was an instant without a whole run. */
  public static void areSeenWhole(String output, Manifest like, int nights) {
    publish(output, like, 0);
    var ended = new AtomicBoolean();
    CompletableFuture<TreeSet<String>> reader =
        CompletableFuture.supplyAsync(() -> seen(Storage.of(output), ended));
    for (int night = 1; night <= nights; night++) {
      publish(output, like, night);
    }
    // The last is replaced under its own id.
    publish(output, like, nights);
    ended.set(true);
    assertThat(reader.join()).hasSizeGreaterThan(1).contains(id(nights) + ".2");
  }

  private static String id(int night) {
    return "night%02d".formatted(night);
  }

  private static void publish(String output, Manifest like, int night) {
    RunStore store = RunStore.at(output);
    try (RunLock lock = store.lock(id(night))) {
      store
          .begin(id(night), lock)
          .publish(Manifest.fromJson(like.toJson().replace(like.runId(), id(night))), lock);
    }
  }

  private static TreeSet<String> seen(Storage storage, AtomicBoolean ended) {
    var seen = new TreeSet<String>();
    boolean last;
    do {
      last = ended.get();
      try {
        String folder = storage.read("CURRENT").orElseThrow().strip();
        String manifest = storage.read("runs/" + folder + "/manifest.json").orElseThrow();
        assertThat(folder).startsWith(Manifest.fromJson(manifest).runId());
        seen.add(folder);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    } while (!last);
    return seen;
  }
}
