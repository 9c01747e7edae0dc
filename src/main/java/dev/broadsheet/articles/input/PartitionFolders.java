package dev.broadsheet.articles.input;

import dev.broadsheet.articles.records.ArticleField;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The dates that folders name which Hive, Spark and others partition a table by: {@code
 * date=2024-03-01/part-0.parquet}, {@code year=2024/month=3/day=1/…}. The files in them have no
 * such column.
 */
public final class PartitionFolders {
  private static final List<String> SHORT = List.of("dt", "ds", "day");

  private PartitionFolders() {}

  /** What the folders of a file say of its date, as it is written; empty if they say nothing. */
  public static Optional<String> date(String file) {
    if (file.indexOf('=') < 0) {
      return Optional.empty();
    }
    Map<String, String> values = values(file);
    return names()
        .filter(values::containsKey)
        .map(values::get)
        .filter(value -> value.length() > 2)
        .findFirst()
        .or(() -> ofParts(values));
  }

  private static Stream<String> names() {
    return Stream.of(List.of(ArticleField.DATE.label()), SHORT, ArticleField.DATE.synonyms())
        .flatMap(List::stream);
  }

  private static Optional<String> ofParts(Map<String, String> values) {
    String year = values.get("year");
    String month = values.get("month");
    String day = values.get("day");
    boolean all = year != null && month != null && day != null;
    return all ? Optional.of(year + "-" + month + "-" + day) : Optional.empty();
  }

  private static Map<String, String> values(String file) {
    var values = new LinkedHashMap<String, String>();
    String[] steps = file.split("/");
    for (int i = 0; i < steps.length - 1; i++) {
      int equals = steps[i].indexOf('=');
      if (equals > 0) {
        values.put(
            ArticleField.plain(steps[i].substring(0, equals)),
            unescaped(steps[i].substring(equals + 1)));
      }
    }
    return values;
  }

  private static String unescaped(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
