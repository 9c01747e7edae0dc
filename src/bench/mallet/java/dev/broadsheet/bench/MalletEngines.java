package dev.broadsheet.bench;

import java.util.Map;

/** MALLET with and without optimized hyperparameters. */
public final class MalletEngines implements OptionalEngines {
  @Override
  public Map<String, Engine> engines(int iterations) {
    return Map.of(
        "mallet", new MalletEngine(iterations, 10),
        "mallet-plain", new MalletEngine(iterations, 0));
  }
}
