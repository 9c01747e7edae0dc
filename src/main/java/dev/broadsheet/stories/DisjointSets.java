package dev.broadsheet.stories;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Sets of keys that links join (Tarjan 1975), each named by its smallest key. */
final class DisjointSets {
  private final Map<Long, Long> parents = new HashMap<>();

  void join(long one, long other) {
    long a = name(one);
    long b = name(other);
    parents.put(Math.max(a, b), Math.min(a, b));
  }

  /** The name of a key's set. */
  long name(long key) {
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

  /** All keys that were joined. */
  Set<Long> keys() {
    return parents.keySet();
  }
}
