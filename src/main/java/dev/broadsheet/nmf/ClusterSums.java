package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;

/** Sums of whole numbers over all partitions of a cluster. */
public final class ClusterSums {
  /** So many results at a time are no load for the driver, and quicker there than in a tree. */
  private static final int FEW = 8;

  /** What a partition adds up. */
  public interface Part<T> extends Serializable {
    /** As many arrays of the same lengths as of all other partitions; none where it has no rows. */
    long[][] of(Iterator<T> rows);
  }

  private ClusterSums() {}

  /** The sums over all partitions; no arrays if none has any. */
  public static <T> long[][] of(JavaRDD<T> rows, Part<T> part) {
    if (rows.getNumPartitions() == 0) {
      return part.of(Collections.emptyIterator());
    }
    JavaRDD<long[][]> sums = rows.mapPartitions(p -> Collections.singleton(part.of(p)).iterator());
    return sums.getNumPartitions() <= FEW
        ? sums.reduce(ClusterSums::add)
        : sums.treeReduce(ClusterSums::add);
  }

  /** Adds to the first, which is the result; either may have no arrays. */
  static long[][] add(long[][] sums, long[][] more) {
    if (sums.length == 0 || more.length == 0) {
      return sums.length == 0 ? more : sums;
    }
    for (int i = 0; i < sums.length; i++) {
      for (int j = 0; j < sums[i].length; j++) {
        sums[i][j] += more[i][j];
      }
    }
    return sums;
  }
}
