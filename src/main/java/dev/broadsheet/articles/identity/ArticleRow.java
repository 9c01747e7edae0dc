package dev.broadsheet.articles.identity;

import java.time.LocalDate;
import org.apache.spark.sql.Row;

/**
 * What identifies an article, in the row of a record that was read and not rejected.
 *
 * @param address its canonical URL; null for none
 * @param published null for none
 */
record ArticleRow(
    String title,
    LocalDate published,
    String body,
    String url,
    String address,
    String source,
    String file,
    long record) {
  static ArticleRow of(Row row) {
    int day = row.fieldIndex("published");
    return new ArticleRow(
        row.getAs("title"),
        row.isNullAt(day) ? null : row.getDate(day).toLocalDate(),
        row.getAs("body"),
        row.getAs("url"),
        row.getAs("canonical_url"),
        row.getAs("source"),
        row.getAs("input_file"),
        row.<Long>getAs("record"));
  }
}
