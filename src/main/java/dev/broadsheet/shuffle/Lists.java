package dev.broadsheet.shuffle;

import java.util.ArrayList;
import java.util.Iterator;
import org.apache.spark.api.java.JavaRDD;

/**
 * Lists of objects that are to be kept: Spark sizes up every element that it keeps, object by
 * object, for longer than it takes to make most of them; of a long list it looks at some.
 */
public final class Lists {
  private static final int LONGEST = 4_096;

  private Lists() {}

  /** All objects, in their order. */
  public static <T> JavaRDD<ArrayList<T>> of(JavaRDD<T> objects) {
    return objects.mapPartitions(OfSome::new);
  }

  private record OfSome<T>(Iterator<T> objects) implements Iterator<ArrayList<T>> {
    @Override
    public boolean hasNext() {
      return objects.hasNext();
    }

    @Override
    public ArrayList<T> next() {
      var list = new ArrayList<T>();
      while (list.size() < LONGEST && objects.hasNext()) {
        list.add(objects.next());
      }
      list.trimToSize();
      return list;
    }
  }
}
