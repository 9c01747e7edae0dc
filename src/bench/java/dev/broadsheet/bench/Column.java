package dev.broadsheet.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A column of the benchmark's table.
 *
 * @param worse which of two values is the worse comes first
 * @param values of a result: one for each fit, or one for all, or none
 */
record Column(
    String name, String format, Comparator<Double> worse, Function<Result, double[]> values) {

  private static final String NOTHING = "–";

  /** The more, the better; a score of each fit. */
  static Column high(String name, String format, ToDoubleFunction<Scores> score) {
    return new Column(
        name,
        format,
        Comparator.naturalOrder(),
        result -> result.scores().stream().mapToDouble(score).toArray());
  }

  /** The more, the better; a score that some corpora do not have. */
  static Column highIfKnown(String name, String format, Function<Scores, OptionalDouble> score) {
    return new Column(name, format, Comparator.naturalOrder(), result -> result.all(score));
  }

  /** The less, the better; a score of each fit. */
  static Column low(String name, String format, ToDoubleFunction<Scores> score) {
    return new Column(
        name,
        format,
        Comparator.reverseOrder(),
        result -> result.scores().stream().mapToDouble(score).toArray());
  }

  /** Of a result, the mean over the fits, with the least and the most where these differ. */
  String cell(Result result) {
    double[] all = values.apply(result);
    if (all.length == 0) {
      return NOTHING;
    }
    DoubleSummaryStatistics range = Arrays.stream(all).summaryStatistics();
    String least = shown(range.getMin());
    String most = shown(range.getMax());
    return shown(range.getAverage())
        + (least.equals(most) ? "" : " (%s–%s)".formatted(least, most));
  }

  /** Of several results, the mean of their means, with the worst. */
  String cell(List<Result> results) {
    List<Double> means =
        results.stream()
            .map(values)
            .filter(all -> all.length > 0)
            .map(all -> Arrays.stream(all).average().orElseThrow())
            .sorted(worse)
            .toList();
    return means.isEmpty()
        ? NOTHING
        : "%s; worst %s"
            .formatted(
                shown(means.stream().mapToDouble(Double::doubleValue).average().orElseThrow()),
                shown(means.get(0)));
  }

  private String shown(double value) {
    return format.formatted(value).replace('-', '−');
  }

  /** Cells side by side, under headings, as Markdown. */
  static String table(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    var text = new StringBuilder(line(rows.get(0), widths));
    text.append(line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths));
    rows.subList(1, rows.size()).forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder("|");
    for (int c = 0; c < widths.length; c++) {
      line.append(" %s |".formatted(cells.get(c) + " ".repeat(widths[c] - cells.get(c).length())));
    }
    return line.append("\n").toString();
  }
}
