package dev.broadsheet.job;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What the job keeps because it is used more than once; closing releases what is left. */
final class Cache implements AutoCloseable {
  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final List<JavaRDD<?>> keptObjects = new ArrayList<>();

  /** Keeps rows from their first use on, in memory and beyond that on disk. */
  Dataset<Row> keep(Dataset<Row> rows) {
    kept.add(rows);
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** The same for objects. */
  <T> JavaRDD<T> keep(JavaRDD<T> objects) {
    keptObjects.add(objects);
    return objects.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /** Releases rows that nothing will be computed from any more. */
  void release(Dataset<Row> rows) {
    rows.unpersist();
    kept.remove(rows);
  }

  /** The same for objects. */
  void release(JavaRDD<?> objects) {
    objects.unpersist(false);
    keptObjects.remove(objects);
  }

  @Override
  public void close() {
    kept.forEach(Dataset::unpersist);
    kept.clear();
    keptObjects.forEach(objects -> objects.unpersist(false));
    keptObjects.clear();
  }
}
