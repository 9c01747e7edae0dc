package dev.broadsheet.job.stages;

import dev.broadsheet.job.config.JobConfig;
import org.apache.spark.sql.SparkSession;

/** What most stages of a run work with. */
public record Context(SparkSession spark, JobConfig config, Cache cache) {}
