package dev.broadsheet.stories;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

/**
 * Which hashes of sketches may be in two articles or more: most are in one only, and need not be
 * shuffled.
 */
final class SharedHashes implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long HASHES_AN_ARTICLE = 48;

  private final HashBits once;
  private final HashBits twice;

  private SharedHashes(long hashes) {
    once = new HashBits(hashes);
    twice = new HashBits(hashes);
  }

  /** Looks at all sketches once. */
  static SharedHashes of(JavaRDD<Signature> signatures, long articles) {
    return signatures
        .coalesce(signatures.context().defaultParallelism())
        .treeAggregate(
            new SharedHashes(articles * HASHES_AN_ARTICLE), SharedHashes::add, SharedHashes::add);
  }

  private SharedHashes add(Signature article) {
    for (long hash : article.sketch()) {
      if (once.add(hash)) {
        twice.add(hash);
      }
    }
    return this;
  }

  private SharedHashes add(SharedHashes other) {
    twice.addAll(other.twice);
    twice.addCommon(once, other.once);
    once.addAll(other.once);
    return this;
  }

  /** Whether two articles may have a hash; certainly true if two do. */
  boolean mayHave(long hash) {
    return twice.has(hash);
  }
}
