package dev.broadsheet.job.stages;

import dev.broadsheet.shuffle.Lists;
import dev.broadsheet.shuffle.PackedRows;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/** What the job keeps because it is used more than once; closing releases what is left. */
public final class Cache implements AutoCloseable {
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final Map<JavaRDD<?>, JavaRDD<?>> keptObjects = new IdentityHashMap<>();

  /** Keeps rows from their first use on, in memory and beyond that on disk. */
  Dataset<Row> keep(Dataset<Row> rows) {
    kept.add(rows);
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** The same for objects, which are kept in lists. */
  <T> JavaRDD<T> keep(JavaRDD<T> objects) {
    JavaRDD<ArrayList<T>> lists = Lists.of(objects).persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<T> all = lists.flatMap(ArrayList::iterator);
    keptObjects.put(all, lists);
    return all;
  }

  /**
   * The same for rows of texts, numbers, days and flags, packed: what many passes look at of which
   * each wants a few columns.
   */
  JavaRDD<Row> keep(JavaRDD<Row> rows, StructType schema) {
    JavaRDD<PackedRows> packed =
        rows.mapPartitions(PackedRows::of).persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<Row> all = packed.flatMap(some -> some.rows(schema));
    keptObjects.put(all, packed);
    return all;
  }

  /** Releases rows that nothing will be computed from any more. */
  public void release(Dataset<Row> rows) {
    rows.unpersist();
    kept.remove(rows);
  }

  /** The same for objects. */
  public void release(JavaRDD<?> objects) {
    keptObjects.remove(objects).unpersist(false);
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
    kept.clear();
    keptObjects.values().forEach(lists -> lists.unpersist(false));
    keptObjects.clear();
  }
}
