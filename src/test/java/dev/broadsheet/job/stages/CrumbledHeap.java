package dev.broadsheet.job.stages;

import dev.broadsheet.job.config.ConfigException;
import dev.broadsheet.topics.FitMemory;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/**
 * A program whose heap is free in pieces of a few megabytes only, between arrays that G1 does not
 * move. It says what is free, and what becomes of topics over so many terms.
 */
final class CrumbledHeap {
  private static final int PIECE = 600 << 10;
  private static final long LEFT = 80L << 20;

  private CrumbledHeap() {}

  public static void main(String[] terms) {
    List<byte[]> pieces = new ArrayList<>();
    while (free() > LEFT) {
      pieces.add(new byte[PIECE]);
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (i % 4 > 0) {
        pieces.set(i, null);
      }
    }
    System.gc();
    System.out.println(free() >> 20);
    try {
      Memory.check(FitMemory.ofFit(Integer.parseInt(terms[0]), 100, 0, 200_000, 2), 100);
      System.out.println("fits");
    } catch (ConfigException e) {
      System.out.println(e.getMessage());
    }
    Reference.reachabilityFence(pieces);
  }

  private static long free() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
  }
}
