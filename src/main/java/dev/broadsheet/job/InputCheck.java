package dev.broadsheet.job;

import org.apache.spark.sql.SparkSession;

/** The first stages of a run, for their messages only: writes nothing. */
public final class InputCheck {
  private final SparkSession spark;
  private final JobConfig config;
  private final StageListener listener;

  public InputCheck(SparkSession spark, JobConfig config, StageListener listener) {
    this.spark = spark;
    this.config = config;
    this.listener = listener;
  }

  /**
   * Reads the input and finds its duplicates.
   *
   * @return rejected records with examples, for a person; empty if there are none
   * @throws dev.broadsheet.articles.InputException as {@link NightlyJob#run} does
   */
  public String run() {
    try (var stages = new Stages(spark, listener);
        var cache = new Cache()) {
      var reading = new Reading(spark, config, cache);
      var input = stages.run("list input files", reading::list);
      var records = stages.run("read articles", () -> reading.read(input));
      stages.run("find duplicates", () -> reading.identify(records));
      return records.rejected().isEmpty() ? "" : Reading.examples(records, Integer.MAX_VALUE);
    }
  }
}
