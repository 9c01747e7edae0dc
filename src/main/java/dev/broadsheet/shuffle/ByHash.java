package dev.broadsheet.shuffle;

import java.nio.charset.StandardCharsets;
import org.apache.spark.Partitioner;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.hash.Murmur3_x86_32;

/** Partitions texts as {@code repartition} of Spark SQL does: by Murmur3 with its seed. */
public final class ByHash extends Partitioner {
  private static final long serialVersionUID = 1;
  private static final int SEED = 42;

  private final int partitions;

  public ByHash(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public int numPartitions() {
    return partitions;
  }

  @Override
  public int getPartition(Object text) {
    byte[] bytes = ((String) text).getBytes(StandardCharsets.UTF_8);
    int hash =
        Murmur3_x86_32.hashUnsafeBytes(bytes, Platform.BYTE_ARRAY_OFFSET, bytes.length, SEED);
    return Math.floorMod(hash, partitions);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByHash same && same.partitions == partitions;
  }

  @Override
  public int hashCode() {
    return partitions;
  }
}
