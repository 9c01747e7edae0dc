package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.broadsheet.articles.OwnTexts;
import dev.broadsheet.text.Languages;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From articles as they were printed to what they say: a stage of the job. */
final class Cleaning {
  private final JobConfig config;
  private final Cache cache;

  Cleaning(JobConfig config, Cache cache) {
    this.config = config;
    this.cache = cache;
  }

  /**
   * Articles whose body is what {@link OwnTexts} leaves of it, with headline, words (of the whole
   * body), own_words, snippet and language, cached, in the order that they come in.
   *
   * @param articles what {@link Identifying#identify} returns; released
   */
  Stages.Outcome<Dataset<Row>> clean(Dataset<Row> articles) {
    Dataset<Row> printed = articles.withColumn("printed", col("body"));
    Dataset<Row> own =
        config.whitespace() ? printed.withColumn("headline", col("title")) : OwnTexts.of(printed);
    Dataset<Row> cleaned =
        cache.keep(
            described(own)
                .withColumn("words", words("printed"))
                .withColumn("own_words", words("body"))
                .drop("printed", "stub"));
    Row facts =
        cleaned
            .agg(
                sum("words"),
                sum("own_words"),
                count_if(col("own_words").lt(col("words"))),
                count_if(col("own_words").equalTo(0)),
                count(lit(1)))
            .head();
    cache.release(articles);
    long cut = facts.getLong(0) - facts.getLong(1);
    return new Stages.Outcome<>(
        cleaned,
        facts.getLong(2),
        "%,d of %,d words are repeated by their source, in %,d articles; %,d say nothing else"
            .formatted(cut, facts.getLong(0), facts.getLong(2), facts.getLong(3)));
  }

  /** Articles with the language and the snippet of what their bodies are now. */
  Dataset<Row> described(Dataset<Row> articles) {
    Dataset<Row> spoken =
        config.whitespace()
            ? articles.withColumn("language", lit(null).cast("string"))
            : Languages.detect(articles);
    return spoken.withColumn("snippet", snippet());
  }

  private static Column words(String text) {
    return when(length(col(text)).gt(0), Languages.words(col(text), col("language"))).otherwise(0);
  }

  /** The start of the body, cut between words. */
  private static Column snippet() {
    Column line = trim(regexp_replace(left(col("body"), lit(400)), "[\\s\\p{Z}]+", " "));
    Column cut = regexp_replace(left(line, lit(199)), "\\s+\\S*$", "");
    return when(length(line).leq(200), line)
        .otherwise(regexp_replace(left(cut, lit(199)), "$", "…"));
  }
}
