package dev.broadsheet.articles.formats;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import dev.broadsheet.articles.records.BesideArticles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import scala.collection.Seq;

/**
 * What stands beside articles in a Parquet file that a content system exported, told by columns
 * that are read only for that.
 */
final class ParquetExport {
  private final ParquetColumns columns;
  private final Map<String, String> written = new LinkedHashMap<>();
  private final List<String> asked;

  ParquetExport(ParquetColumns columns) {
    this.columns = columns;
    columns.names().forEach(name -> written.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
    asked =
        BesideArticles.asked(written.keySet()).stream()
            .filter(name -> columns.isText(written.get(name)))
            .toList();
  }

  /** The columns that are asked for it, as the file writes them. */
  List<String> asked() {
    return asked.stream().map(written::get).toList();
  }

  /** What is said of the file; empty if all of its rows are articles. */
  String said() {
    return BesideArticles.said(written.keySet());
  }

  /** What a row is that is no article, in the plural; null for an article. */
  Column kind() {
    if (asked.isEmpty()) {
      return lit(null).cast("string");
    }
    var names = List.copyOf(written.keySet());
    var read = List.copyOf(asked);
    UDF1<Seq<String>, String> kind =
        texts -> BesideArticles.kind(new Row(names, read, texts)).orElse(null);
    return udf(kind, DataTypes.StringType)
        .apply(array(asked().stream().map(columns::text).toArray(Column[]::new)));
  }

  /**
   * A row.
   *
   * @param names of all columns
   * @param read of those with these texts; null where there is none
   */
  private record Row(List<String> names, List<String> read, Seq<String> texts)
      implements BesideArticles.Cells {
    @Override
    public boolean has(String name) {
      return names.contains(name);
    }

    @Override
    public String text(String name) {
      int at = read.indexOf(name);
      String text = at < 0 ? null : texts.apply(at);
      return text == null ? "" : text;
    }
  }
}
