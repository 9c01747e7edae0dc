package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Documents to pass over many times. A pass adds up whole numbers, so where it runs changes no bit
 * of what it finds: few documents lie on the driver, where a pass costs no Spark job, many on the
 * cluster.
 */
public interface DocumentBlocks extends AutoCloseable {
  /** A nonzero of a document: its term, value and count. */
  int BYTES = Integer.BYTES + 2 * Double.BYTES;

  /**
   * So many nonzeros, 168 MB, are few: from the cluster each task would send sums that are as large
   * as that, in every pass.
   */
  long FEW = 1 << 23;

  /**
   * What a part of the documents adds up to.
   *
   * @param <M> what the pass has to know, sent to every executor once
   */
  interface Pass<M> extends Serializable {
    /** As many arrays of the same lengths for each part; also for one without documents. */
    long[][] over(Iterator<DocumentBlock> blocks, M matrix);
  }

  /** The sums over all documents. */
  <M> long[][] sum(M matrix, Pass<M> pass);

  /** The same documents with their weights in the topics of a factorization, until closed. */
  DocumentBlocks weighed(TopicFactor topics);

  /** Weighs documents one after another. */
  static Iterator<DocumentBlock> weighed(Iterator<DocumentBlock> blocks, TopicFactor topics) {
    var solver = new DocumentWeights(topics, DocumentMatrix.TOLERANCE, DocumentMatrix.SWEEPS);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return blocks.hasNext();
      }

      @Override
      public DocumentBlock next() {
        return blocks.next().weighed(solver);
      }
    };
  }

  @Override
  void close();

  /**
   * Packs and keeps documents until closed.
   *
   * @param rows a vector of values each, and perhaps one of counts
   */
  static DocumentBlocks of(JavaRDD<Row> rows) {
    JavaRDD<DocumentBlock> packed =
        rows.mapPartitions(DocumentBlock::pack).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      long nonzeros = packed.map(block -> (long) block.terms().length).fold(0L, Long::sum);
      if (nonzeros > FEW) {
        return new ClusterBlocks(packed);
      }
      var few = new DriverBlocks(packed.collect());
      packed.unpersist();
      return few;
    } catch (Exception e) {
      // Spark throws checked exceptions without declaring them.
      packed.unpersist();
      throw e;
    }
  }
}
