package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/** Mends what crawlers and conversions leave in titles and bodies, before records are validated. */
final class Repairs {
  /** A text without any of these is plain, and passes untouched. */
  private static final List<String> SIGNS =
      List.of("<", "&", "{", "\\n", "%>", "var ", ");", "#", "quot;", "nbsp;", "amp;");

  private static final List<String> SIGNS_OF_LOST_ENCODINGS =
      Arrays.asList(LostEncoding.FIRST.split(""));

  private static final StructType REPAIRED =
      StructType.fromDDL("title string, body string, defects string");

  private Repairs() {}

  /**
   * Adds defects to records, the names of what was wrong with commas between them, or null, and
   * mends title and body: {@code markup} (tags, entities, scripts; {@link PlainText}), {@code
   * encoding} ({@link LostEncoding}), {@code lost_encoding} where that could not be mended.
   *
   * @param maxBytes larger records are left as they are, to be rejected
   */
  static Dataset<Row> of(Dataset<Row> records, Html html, long maxBytes) {
    boolean shown = html == Html.SHOWN;
    Stream<String> signs =
        Stream.concat(shown ? SIGNS.stream() : Stream.of(), SIGNS_OF_LOST_ENCODINGS.stream());
    UserDefinedFunction repair =
        udf((UDF2<String, String, Row>) (title, body) -> repaired(title, body, shown), REPAIRED);
    Column readable =
        is_valid_utf8(text("title"))
            .and(is_valid_utf8(text("body")))
            .and(octet_length(text("body")).leq(maxBytes));
    Column needed =
        signs
            .flatMap(sign -> Stream.of(text("title").contains(sign), text("body").contains(sign)))
            .reduce(Column::or)
            .orElseThrow();
    return records
        .withColumn("repaired", when(readable.and(needed), repair.apply(col("title"), col("body"))))
        .withColumn("title", coalesce(col("repaired.title"), col("title")))
        .withColumn("body", coalesce(col("repaired.body"), col("body")))
        .withColumn("defects", col("repaired.defects"))
        .drop("repaired");
  }

  private static Column text(String column) {
    return coalesce(col(column), lit(""));
  }

  private static Row repaired(String title, String body, boolean shown) {
    List<String> defects = new ArrayList<>();
    String head = title == null ? "" : title;
    String text = body == null ? "" : body;
    if (shown) {
      String plainHead = PlainText.ofTitle(head);
      String plainText = PlainText.ofBody(text);
      if (!plainHead.equals(head) || !plainText.equals(text)) {
        defects.add("markup");
      }
      // A title that is markup only is better than none.
      head = plainHead.isBlank() ? head : plainHead;
      text = plainText;
    }
    if (LostEncoding.isIn(head) || LostEncoding.isIn(text)) {
      head = mended(head, defects);
      text = mended(text, defects);
      if (LostEncoding.isIn(head) || LostEncoding.isIn(text)) {
        defects.add("lost_encoding");
      }
    }
    return RowFactory.create(
        title == null ? null : head,
        body == null ? null : text,
        defects.isEmpty() ? null : String.join(",", defects));
  }

  private static String mended(String text, List<String> defects) {
    String mended = LostEncoding.mended(text);
    if (!mended.equals(text) && !defects.contains("encoding")) {
      defects.add("encoding");
    }
    return mended;
  }
}
