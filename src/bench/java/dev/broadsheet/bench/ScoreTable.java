package dev.broadsheet.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The benchmark's result as Markdown: a row for each engine. */
final class ScoreTable {
  private static final String NOTHING = "–";
  private static final String REFERENCE = "sklearn";
  private static final List<String> HEADER =
      List.of(
          "engine",
          "fit, s (median, min–max)",
          "whole, s",
          "passes",
          "loss",
          "of " + REFERENCE,
          "NPMI",
          "diversity",
          "NMI",
          "planted");

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String engine, List<Fit> fits, List<Scores> scores) {
    /** The mean of a score over the fits; none where a fit has none. */
    OptionalDouble mean(Function<Scores, OptionalDouble> score) {
      return ScoreTable.mean(scores.stream().map(score));
    }

    OptionalDouble loss() {
      return ScoreTable.mean(fits.stream().map(Fit::loss));
    }
  }

  void add(String engine, List<Fit> fits, List<Scores> scores) {
    entries.add(new Entry(engine, fits, scores));
  }

  String markdown() {
    List<List<String>> rows = new ArrayList<>(List.of(HEADER));
    entries.stream().map(this::cells).forEach(rows::add);
    int[] widths =
        IntStream.range(0, HEADER.size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    rows.add(1, Arrays.stream(widths).mapToObj("-"::repeat).toList());
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
  }

  private static String line(List<String> cells, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(c -> cells.get(c) + " ".repeat(widths[c] - cells.get(c).length()))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private List<String> cells(Entry entry) {
    double[] seconds = entry.fits().stream().mapToDouble(Fit::seconds).sorted().toArray();
    return List.of(
        entry.engine(),
        "%.1f (%.1f–%.1f)".formatted(median(seconds), seconds[0], seconds[seconds.length - 1]),
        "%.1f".formatted(median(entry.fits().stream().mapToDouble(Fit::wholeSeconds).toArray())),
        shortest(entry.fits().stream().mapToDouble(Fit::passes).average()),
        number("%.2f", entry.loss()),
        number("%.5f", relative(entry.loss())),
        range("%.3f", entry, scores -> OptionalDouble.of(scores.npmi())),
        range("%.2f", entry, scores -> OptionalDouble.of(scores.diversity())),
        range("%.3f", entry, Scores::nmi),
        shortest(entry.mean(Scores::recovered)));
  }

  private OptionalDouble relative(OptionalDouble loss) {
    return entries.stream()
        .filter(entry -> entry.engine().equals(REFERENCE) && loss.isPresent())
        .mapToDouble(entry -> loss.getAsDouble() / entry.loss().orElseThrow())
        .findFirst();
  }

  private static double median(double[] values) {
    double[] sorted = Arrays.stream(values).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private static OptionalDouble mean(Stream<OptionalDouble> values) {
    List<OptionalDouble> all = values.toList();
    return all.stream().allMatch(OptionalDouble::isPresent)
        ? all.stream().mapToDouble(OptionalDouble::getAsDouble).average()
        : OptionalDouble.empty();
  }

  /** The mean over the fits with the least and the most. */
  private static String range(String format, Entry entry, Function<Scores, OptionalDouble> score) {
    if (entry.mean(score).isEmpty()) {
      return NOTHING;
    }
    DoubleSummaryStatistics of =
        entry.scores().stream().mapToDouble(s -> score.apply(s).orElseThrow()).summaryStatistics();
    String mean = format.formatted(of.getAverage());
    return of.getCount() == 1
        ? mean
        : mean + (" (" + format + "–" + format + ")").formatted(of.getMin(), of.getMax());
  }

  private static String shortest(OptionalDouble value) {
    return value.isPresent()
        ? new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
            .format(value.getAsDouble())
        : NOTHING;
  }

  private static String number(String format, OptionalDouble value) {
    return value.isPresent() ? format.formatted(value.getAsDouble()) : NOTHING;
  }
}
