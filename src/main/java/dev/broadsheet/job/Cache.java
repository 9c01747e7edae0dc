package dev.broadsheet.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** What the job keeps because it is used more than once; closing releases what is left. */
final class Cache implements AutoCloseable {
  private final List<Dataset<Row>> kept = new ArrayList<>();

  /** Keeps rows from their first use on, in memory and beyond that on disk. */
  Dataset<Row> keep(Dataset<Row> rows) {
    kept.add(rows);
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Keeps rows that many queries start from. These see no plan behind them: Spark would analyse and
   * compare all of it again for each, which takes longer than a small table itself.
   */
  Dataset<Row> keepAsSource(Dataset<Row> rows) {
    Dataset<Row> cached = keep(rows);
    return cached.sparkSession().createDataFrame(cached.toJavaRDD(), cached.schema());
  }

  /**
   * Keeps, as a source, what a computation gives in which a library caches: once the rows are
   * there, what the library has left cached is released.
   */
  Dataset<Row> keepResult(SparkSession spark, Supplier<Dataset<Row>> computation) {
    var context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Set<Integer> before = Set.copyOf(context.getPersistentRDDs().keySet());
    Dataset<Row> computed = computation.get();
    Map<Integer, JavaRDD<?>> left = new HashMap<>(context.getPersistentRDDs());
    left.keySet().removeAll(before);
    Dataset<Row> rows = keepAsSource(computed);
    rows.count();
    left.values().forEach(rdd -> rdd.unpersist(false));
    return rows;
  }

  /** Releases rows that nothing will be computed from any more. */
  void release(Dataset<Row> rows) {
    rows.unpersist();
    kept.remove(rows);
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
    kept.clear();
  }
}
