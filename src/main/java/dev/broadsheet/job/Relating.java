package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.articles.Signatures;
import dev.broadsheet.articles.Stories;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From articles to the stories that they share: a stage of the job, while bodies are at hand. */
final class Relating {
  private final SparkSession spark;
  private final Cache cache;

  Relating(SparkSession spark, Cache cache) {
    this.spark = spark;
    this.cache = cache;
  }

  /** What {@link Stories#of} returns, cached. */
  Stages.Outcome<Dataset<Row>> relate(Dataset<Row> articles) {
    Dataset<Row> signatures =
        cache.keep(Signatures.of(articles.where(col("duplicate_of").isNull())));
    signatures.count();
    Dataset<Row> stories = cache.keepResult(spark, () -> Stories.of(articles, signatures));
    cache.release(signatures);
    long members = stories.count();
    long count = stories.where(col("is_first")).count();
    return new Stages.Outcome<>(
        stories, count, "%,d stories of %,d articles".formatted(count, members));
  }
}
