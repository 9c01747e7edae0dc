package dev.broadsheet.articles;

import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.ConnectedComponents;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * Connected components by GraphX: all that a chain of links joins, named by its smallest key, which
 * depends on nothing else.
 *
 * <p>GraphX needs a round for each link of the longest chain. So each partition joins what its own
 * links join first, which leaves a star of each component there: the rounds are then bounded by the
 * number of partitions. What GraphX caches is left to the caller.
 */
final class Components {
  private static final StructType ROW = StructType.fromDDL("key bigint, component bigint");

  /** There are far fewer links than articles: so many partitions of them are one here. */
  private static final int PARTITIONS_JOINED = 16;

  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

  private Components() {}

  /** From links (earlier, later) to a row for each key that has one: key, component. */
  static Dataset<Row> of(Dataset<Row> links) {
    JavaRDD<Row> rows = links.select("earlier", "later").javaRDD();
    JavaRDD<Edge<Object>> stars =
        rows.repartition(1 + rows.getNumPartitions() / PARTITIONS_JOINED)
            .mapPartitions(
                pairs -> {
                  var sets = new DisjointSets();
                  pairs.forEachRemaining(row -> sets.join(row.getLong(0), row.getLong(1)));
                  return sets.stars();
                });
    Graph<Object, Object> graph =
        Graph.fromEdges(
            stars.rdd(),
            0,
            StorageLevel.MEMORY_AND_DISK(),
            StorageLevel.MEMORY_AND_DISK(),
            ANY,
            ANY);
    JavaRDD<Tuple2<Object, Object>> components =
        ConnectedComponents.run(graph, ANY, ANY).vertices().toJavaRDD();
    return links
        .sparkSession()
        .createDataFrame(
            components.map(vertex -> RowFactory.create(vertex._1(), vertex._2())), ROW);
  }
}
