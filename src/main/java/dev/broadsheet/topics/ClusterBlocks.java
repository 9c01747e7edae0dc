package dev.broadsheet.topics;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** Documents that lie on the cluster, in as many partitions as it has cores: a pass is a job. */
record ClusterBlocks(JavaRDD<DocumentBlock> blocks) implements DocumentBlocks {
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
  public void close() {
    blocks.unpersist();
  }
}
