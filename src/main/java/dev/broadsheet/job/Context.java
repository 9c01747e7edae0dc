package dev.broadsheet.job;

import org.apache.spark.sql.SparkSession;

/** What most stages of a run work with. */
record Context(SparkSession spark, JobConfig config, Cache cache) {}
