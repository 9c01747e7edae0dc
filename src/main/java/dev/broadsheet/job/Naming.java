package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.text.Names;
import dev.broadsheet.topics.Vocabulary;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From articles to the names in them, while their bodies are still there. */
final class Naming {
  private final SparkSession spark;
  private final Cache cache;

  Naming(SparkSession spark, Cache cache) {
    this.spark = spark;
    this.cache = cache;
  }

  /** Article_id, name, cached; duplicates as their originals. */
  Stages.Outcome<Dataset<Row>> find(Modelling.Texts texts) {
    if (texts.language() == null) {
      return new Stages.Outcome<>(Names.none(spark), 0, "no names in tokens already made");
    }
    int least = Vocabulary.minDfFor(texts.documents());
    Dataset<Row> found = cache.keep(Names.of(texts.bodies(), texts.language(), least));
    Dataset<Row> frequent = Names.frequent(found, least);
    Dataset<Row> copies =
        texts
            .articles()
            .where(col("duplicate_of").isNotNull())
            .select(col("article_id").as("copy"), col("duplicate_of"));
    Dataset<Row> names =
        cache.keepAsSource(
            frequent.unionByName(
                frequent
                    .join(copies, col("article_id").equalTo(col("duplicate_of")))
                    .select(col("copy").as("article_id"), col("name"))));
    long different = names.select("name").distinct().count();
    long mentions = names.count();
    cache.release(found);
    return new Stages.Outcome<>(
        names, different, "%,d names, %,d times".formatted(different, mentions));
  }
}
