package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.is_valid_utf8;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.octet_length;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/** Mends what crawlers and conversions leave in titles and bodies, before records are validated. */
final class Repairs {
  private static final StructType REPAIRED =
      StructType.fromDDL("title string, body string, defects string");

  private Repairs() {}

  /**
   * Adds defects to records, the names of what was wrong with commas between them, or null, and
   * mends title and body: {@code markup} (tags, entities, scripts; {@link Markup}), {@code
   * encoding} ({@link LostEncoding}), {@code lost_encoding} where that could not be mended.
   *
   * @param maxBytes larger records are left as they are, to be rejected
   */
  static Dataset<Row> of(Dataset<Row> records, Html html, long maxBytes) {
    boolean shown = html == Html.SHOWN;
    UserDefinedFunction repair =
        udf((UDF2<String, String, Row>) (title, body) -> repaired(title, body, shown), REPAIRED);
    // Asked only of what is to be mended: most texts are plain.
    Column readable =
        col("repaired")
            .isNotNull()
            .and(is_valid_utf8(text("title")))
            .and(is_valid_utf8(text("body")));
    return records
        .withColumn(
            "repaired",
            when(octet_length(text("body")).leq(maxBytes), repair.apply(col("title"), col("body"))))
        .withColumn("repaired", when(readable, col("repaired")))
        .withColumn("title", coalesce(col("repaired.title"), col("title")))
        .withColumn("body", coalesce(col("repaired.body"), col("body")))
        .withColumn("defects", col("repaired.defects"))
        .drop("repaired");
  }

  private static Column text(String column) {
    return coalesce(col(column), lit(""));
  }

  /** Title, body and defects; null for a record that has none. */
  private static Row repaired(String title, String body, boolean shown) {
    List<String> defects = new ArrayList<>();
    String head = title == null ? "" : title;
    String text = body == null ? "" : body;
    if (shown) {
      String plainHead = Markup.readTitle(head);
      String plainText = Markup.readBody(text);
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
    if (defects.isEmpty()) {
      return null;
    }
    return RowFactory.create(
        title == null ? null : head, body == null ? null : text, String.join(",", defects));
  }

  private static String mended(String text, List<String> defects) {
    String mended = LostEncoding.mended(text);
    if (!mended.equals(text) && !defects.contains("encoding")) {
      defects.add("encoding");
    }
    return mended;
  }
}
