package dev.broadsheet.job;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/** What the job keeps because it is used more than once; closing releases what is left. */
final class Cache implements AutoCloseable {
  private static final int LIST = 4_096;

  private final List<Dataset<Row>> kept = new ArrayList<>();
  private final Map<JavaRDD<?>, JavaRDD<?>> keptObjects = new IdentityHashMap<>();

  /** Keeps rows from their first use on, in memory and beyond that on disk. */
  Dataset<Row> keep(Dataset<Row> rows) {
    kept.add(rows);
    return rows.persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * The same for objects. What is kept are lists of them: Spark sizes up every element that it
   * keeps, object by object, for longer than it takes to make most of them; of a long list it looks
   * at some.
   */
  <T> JavaRDD<T> keep(JavaRDD<T> objects) {
    JavaRDD<ArrayList<T>> lists =
        objects.mapPartitions(Lists::new).persist(StorageLevel.MEMORY_AND_DISK());
    JavaRDD<T> all = lists.flatMap(ArrayList::iterator);
    keptObjects.put(all, lists);
    return all;
  }

  private record Lists<T>(Iterator<T> objects) implements Iterator<ArrayList<T>> {
    @Override
    public boolean hasNext() {
      return objects.hasNext();
    }

    @Override
    public ArrayList<T> next() {
      var list = new ArrayList<T>();
      while (list.size() < LIST && objects.hasNext()) {
        list.add(objects.next());
      }
      list.trimToSize();
      return list;
    }
  }

  /** Releases rows that nothing will be computed from any more. */
  void release(Dataset<Row> rows) {
    rows.unpersist();
    kept.remove(rows);
  }

  /** The same for objects. */
  void release(JavaRDD<?> objects) {
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
