package dev.broadsheet.articles;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.graphx.Edge;

/** Sets of keys that links join (Tarjan 1975), each named by its smallest key. */
final class DisjointSets {
  private final Map<Long, Long> parents = new HashMap<>();

  void join(long one, long other) {
    long a = root(one);
    long b = root(other);
    parents.put(Math.max(a, b), Math.min(a, b));
  }

  private long root(long key) {
    long root = key;
    for (Long up = parents.putIfAbsent(root, root); up != null && up != root; ) {
      root = up;
      up = parents.get(root);
    }
    for (long at = key; at != root; ) {
      at = parents.put(at, root);
    }
    return root;
  }

  /** A link from every key to the name of its set. */
  Iterator<Edge<Object>> stars() {
    return parents.keySet().stream().toList().stream()
        .map(key -> new Edge<Object>(root(key), key, 0))
        .iterator();
  }
}
