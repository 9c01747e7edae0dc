package dev.broadsheet;

import dev.broadsheet.text.TokenBlock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** Blocks of texts, for tests. */
public final class TokenBlocks {
  private TokenBlocks() {}

  /**
   * One block of documents.
   *
   * @param words of each, as stems
   * @param surfaces of each, as many
   */
  public static TokenBlock of(List<List<String>> words, List<List<String>> surfaces) {
    var block = new TokenBlock.Builder();
    for (int d = 0; d < words.size(); d++) {
      Iterator<String> surface = surfaces.get(d).iterator();
      int position = 0;
      for (String word : words.get(d)) {
        block.add(word, surface.next(), position++);
      }
      block.end(Integer.toString(d));
    }
    return block.build();
  }

  /** The same on the cluster, a block for each document. */
  public static JavaRDD<TokenBlock> on(
      SparkSession spark, List<List<String>> words, List<List<String>> surfaces) {
    List<TokenBlock> blocks = new ArrayList<>();
    for (int d = 0; d < words.size(); d++) {
      blocks.add(of(List.of(words.get(d)), List.of(surfaces.get(d))));
    }
    return JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(blocks, 2);
  }
}
