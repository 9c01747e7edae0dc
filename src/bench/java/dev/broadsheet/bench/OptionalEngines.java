package dev.broadsheet.bench;

import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Engines of a library that only the benchmark's Maven profile brings: found by {@link
 * ServiceLoader}, so that all else here is compiled by every build.
 */
public interface OptionalEngines {
  /**
   * The library's engines by name.
   *
   * @param iterations how many its samplers make
   */
  Map<String, Engine> engines(int iterations);

  /** Those of every library that is there. */
  static Map<String, Engine> all(int iterations) {
    Map<String, Engine> all = new TreeMap<>();
    ServiceLoader.load(OptionalEngines.class).forEach(some -> all.putAll(some.engines(iterations)));
    return all;
  }
}
