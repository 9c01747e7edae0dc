package dev.broadsheet.nmf;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

/** Documents that lie on the cluster, in as many partitions as it has cores: a pass is a job. */
public record ClusterBlocks(JavaRDD<DocumentBlock> blocks) implements DocumentBlocks {
  @Override
  public <M> long[][] sum(M matrix, Pass<M> pass) {
    Broadcast<M> shared = JavaSparkContext.fromSparkContext(blocks.context()).broadcast(matrix);
    try {
      return ClusterSums.of(blocks, part -> pass.over(part, shared.value()));
    } finally {
      shared.destroy();
    }
  }

  @Override
  public DocumentBlocks weighed(TopicFactor topics) {
    Broadcast<TopicFactor> shared =
        JavaSparkContext.fromSparkContext(blocks.context()).broadcast(topics);
    return new ClusterBlocks(
        blocks
            .mapPartitions(part -> DocumentBlocks.weighed(part, shared.value()))
            .persist(StorageLevel.MEMORY_AND_DISK()));
  }

  @Override
  public void close() {
    blocks.unpersist();
  }
}
