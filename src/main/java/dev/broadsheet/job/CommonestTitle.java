package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.runs.Check;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Articles that share one title: a column of news does, and so does a title that is none. */
final class CommonestTitle {
  /** The most of an archive that a column of news is. */
  private static final double MOST = 0.2;

  /** Fewer articles may have one title by chance. */
  private static final int FEWEST = 10;

  private CommonestTitle() {}

  /** The check of originals, with the title that most of them have. */
  static Check check(Dataset<Row> articles) {
    Dataset<Row> originals = articles.where(col("duplicate_of").isNull());
    long all = originals.count();
    return originals
        .groupBy("title")
        .agg(count(lit(1)).as("articles"))
        .where(col("articles").geq(FEWEST))
        .orderBy(col("articles").desc(), col("title"))
        .limit(1)
        .collectAsList()
        .stream()
        .findFirst()
        .map(
            row ->
                Check.warning(
                    "titles_shared",
                    (double) row.getLong(1) / all,
                    MOST,
                    "part of the articles with one title, \"%s\" (%,d): is that field, or line, the title?"
                        .formatted(start(row.getString(0)), row.getLong(1))))
        .orElseGet(
            () -> Check.warning("titles_shared", 0, MOST, "part of the articles with one title"));
  }

  private static String start(String title) {
    return title.length() > 80 ? title.substring(0, 80) + "…" : title;
  }
}
