package dev.broadsheet.job.stages;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/** What a person is told of records that are no articles. */
public final class RejectedRecords {
  private static final int EXAMPLES = 3;

  private RejectedRecords() {}

  /** What may be done about the commonest reason. */
  static String advice(Records records) {
    String commonest =
        records.rejected().entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse("");
    String advice =
        switch (commonest) {
          case "bad_encoding" ->
              "Files that are not UTF-8 are read with --encoding windows-1252 (Western Europe), windows-1250 (Central Europe), windows-1251 (Cyrillic), windows-1254 (Turkish), gb18030 (Chinese), Shift_JIS (Japanese), or whatever it is.";
          case "bad_date" ->
              "How dates are written is said with --date-format dd/MM/yyyy, or whatever it is; without dates articles are read with --columns date=-.";
          case "missing_body" ->
              "Where another field is the body, or there are titles only: --columns body=NAME, --columns body=title; where only some have no text: --columns body=title+NAME.";
          default -> "";
        };
    return advice.isEmpty() ? "" : "%n%s".formatted(advice);
  }

  /** The commonest reasons, with up to three records of each. */
  public static String examples(Records records, int reasons) {
    List<String> commonest =
        records.rejected().entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(reasons)
            .map(Map.Entry::getKey)
            .toList();
    JavaRDD<Row> rows = records.rejectedRows();
    return commonest.stream()
        .map(
            reason ->
                "  %s: %,d%n".formatted(reason, records.rejected().get(reason))
                    + described(
                        rows.filter(row -> row.getString(2).equals(reason))
                            .takeOrdered(EXAMPLES, new FirstInFile())))
        .collect(Collectors.joining("\n"));
  }

  private static final class FirstInFile implements Comparator<Row>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Row a, Row b) {
      int file = a.getString(0).compareTo(b.getString(0));
      return file == 0 ? Long.compare(a.getLong(1), b.getLong(1)) : file;
    }
  }

  /** A line for each record; what is wrong with several is said once. */
  private static String described(List<Row> rejected) {
    var told = new HashSet<String>();
    return rejected.stream()
        .map(
            row ->
                "    %s, record %d: %s"
                    .formatted(
                        row.getString(0),
                        row.getLong(1),
                        told.add(row.getString(3)) ? row.getString(3) : "the same"))
        .collect(Collectors.joining("\n"));
  }
}
