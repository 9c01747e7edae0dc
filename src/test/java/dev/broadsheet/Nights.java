package dev.broadsheet;

import dev.broadsheet.job.SparkSettings;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * Several commands in one JVM, in one session of Spark: starting it costs more than a small run.
 */
final class Nights {
  /** Stands between two commands. */
  static final String THEN = "then";

  private Nights() {}

  public static void main(String[] args) {
    SparkSession spark = SparkSettings.session("local[*]");
    List<String> left = Arrays.asList(args);
    while (!left.isEmpty()) {
      int end = left.contains(THEN) ? left.indexOf(THEN) : left.size();
      Main.main(left.subList(0, end).toArray(new String[0]));
      left = left.subList(Math.min(left.size(), end + 1), left.size());
    }
    spark.stop();
  }
}
