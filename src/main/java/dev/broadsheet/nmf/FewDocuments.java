package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;

/**
 * Documents that are brought to the driver while they are counted, in one job: where there are few
 * of them three would cost as much as the factorization.
 */
final class FewDocuments {
  private final List<Part> parts;

  private FewDocuments(List<Part> parts) {
    this.parts = parts;
  }

  /** A partition's documents; without its blocks where these are more than its part of the few. */
  private static final class Part implements Serializable {
    private static final long serialVersionUID = 1;

    private final long documents;
    private final long nonzeros;
    private final boolean whole;
    private final ArrayList<DocumentBlock> blocks;

    Part(long documents, long nonzeros, boolean whole, ArrayList<DocumentBlock> blocks) {
      this.documents = documents;
      this.nonzeros = nonzeros;
      this.whole = whole;
      this.blocks = blocks;
    }

    static Part of(Iterator<Row> rows, long most) {
      var blocks = new ArrayList<DocumentBlock>();
      Iterator<DocumentBlock> packed = DocumentBlock.pack(rows);
      long documents = 0;
      long nonzeros = 0;
      while (nonzeros <= most && packed.hasNext()) {
        DocumentBlock block = packed.next();
        documents += block.documents();
        nonzeros += block.terms().length;
        blocks.add(block);
      }
      boolean whole = nonzeros <= most;
      if (!whole) {
        blocks.clear();
      }
      while (rows.hasNext()) {
        nonzeros += rows.next().<Vector>getAs(0).numNonzeros();
        documents++;
      }
      return new Part(documents, nonzeros, whole, blocks);
    }
  }

  /**
   * Counts documents, and packs them if no partition has more nonzeros than is its part.
   *
   * @param rows a vector of values each, and perhaps one of counts
   * @param most nonzeros of all documents that go to the driver
   */
  static FewDocuments of(JavaRDD<Row> rows, long most) {
    long each = most / Math.max(1, rows.getNumPartitions());
    return new FewDocuments(
        rows.mapPartitions(part -> Stream.of(Part.of(part, each)).iterator()).collect());
  }

  /** How many documents there are. */
  long documents() {
    return parts.stream().mapToLong(part -> part.documents).sum();
  }

  /** How many terms all documents have, each document's different ones. */
  long nonzeros() {
    return parts.stream().mapToLong(part -> part.nonzeros).sum();
  }

  /** All documents, if they are few. */
  Optional<DocumentBlocks> blocks() {
    return parts.stream().allMatch(part -> part.whole)
        ? Optional.of(new DriverBlocks(parts.stream().flatMap(p -> p.blocks.stream()).toList()))
        : Optional.empty();
  }
}
