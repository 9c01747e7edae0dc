package dev.broadsheet.articles;

import java.io.Serializable;
import org.apache.spark.api.java.JavaRDD;

/** Which hashes may be in two articles or more: most are in one only, and need not be shuffled. */
public final class SharedHashes implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashBits once;
  private final HashBits twice;

  private SharedHashes(long hashes) {
    once = new HashBits(hashes);
    twice = new HashBits(hashes);
  }

  /**
   * Looks at all hashes once.
   *
   * @param hashes of each article
   * @param count about how many there are in all
   */
  public static SharedHashes of(JavaRDD<long[]> hashes, long count) {
    return hashes
        .coalesce(hashes.context().defaultParallelism())
        .treeAggregate(new SharedHashes(count), SharedHashes::add, SharedHashes::add);
  }

  private SharedHashes add(long[] article) {
    for (long hash : article) {
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
  public boolean mayHave(long hash) {
    return twice.has(hash);
  }
}
