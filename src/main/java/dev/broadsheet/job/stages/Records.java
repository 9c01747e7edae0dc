package dev.broadsheet.job.stages;

import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.runs.Check;
import dev.broadsheet.shuffle.Columns;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;

/**
 * The records of the input.
 *
 * @param rows cached; what {@link ArticleReader#records} returns, with inside: whether the article
 *     is within {@code --from} and {@code --to}
 * @param characters of the bodies of those that are valid
 * @param rejected how many for each reason
 * @param leftOut how many of each kind are neither articles nor rejected, as {@link BesideArticles}
 *     knows them; the commonest first
 * @param readAs what was found by looking, with the number of records
 * @param checks what is remarkable about the articles
 */
public record Records(
    JavaRDD<Row> rows,
    long valid,
    long characters,
    long outside,
    Map<String, Long> rejected,
    Map<String, Long> leftOut,
    Map<String, Long> readAs,
    List<Check> checks) {
  private static final StructType REJECTED =
      Columns.of(
          "input_file string, record bigint, reason string, detail string, raw string,"
              + " published date, source string");
  private static final int REASON = ArticleReader.SCHEMA.fieldIndex("reason");

  /** The place of the column that {@link ReadArticles} adds. */
  static final int INSIDE = ArticleReader.SCHEMA.size();

  public long total() {
    return judged() + allLeftOut();
  }

  /** All but what was left out, which says nothing of how good the input is. */
  public long judged() {
    return valid + outside + allRejected();
  }

  public long allLeftOut() {
    return leftOut.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What was left out, by kind: {@code 312 left out (drafts 290, pages 22)}; empty for nothing. */
  public String saidOfLeftOut() {
    return BesideArticles.counted(leftOut);
  }

  public long allRejected() {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What is no article: input_file, record, reason, detail, raw, published, source. */
  JavaRDD<Row> rejectedRows() {
    return rows.filter(Records::isRejected).map(Records::rejected);
  }

  JavaRDD<Row> validRows() {
    return rows.filter(row -> row.isNullAt(REASON) && row.getBoolean(INSIDE));
  }

  private static boolean isRejected(Row row) {
    return !row.isNullAt(REASON) && !row.getString(REASON).equals(RawRecord.LEFT_OUT);
  }

  private static Row rejected(Row row) {
    Object[] values = Arrays.stream(REJECTED.fieldNames()).map(row::<Object>getAs).toArray();
    return new GenericRowWithSchema(values, REJECTED);
  }
}
