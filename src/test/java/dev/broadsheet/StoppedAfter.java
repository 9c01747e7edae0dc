package dev.broadsheet;

import dev.broadsheet.job.SparkSettings;
import org.apache.spark.sql.SparkSession;

/** A command in a session of Spark that is stopped after it, as executors of their own want it. */
final class StoppedAfter {
  private StoppedAfter() {}

  public static void main(String[] args) {
    SparkSession spark = SparkSettings.session("local[*]");
    Main.main(args);
    spark.stop();
  }
}
