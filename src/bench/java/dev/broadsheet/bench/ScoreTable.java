package dev.broadsheet.bench;

import dev.broadsheet.bench.Result.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The benchmark's result as Markdown: for each engine a row for each corpus and number of topics,
 * and rows of means over corpora, with the worst of them.
 */
final class ScoreTable {
  private static final String MALLET = "mallet";
  private static final String SCIKIT_LEARN = "sklearn";

  private final List<Result> results = new ArrayList<>();

  private final List<Column> columns =
      List.of(
          Column.highIfKnown("NMI", "%.3f", Scores::nmi),
          new Column("NMI over " + MALLET, "%+.3f", Comparator.naturalOrder(), this::nmiOverMallet),
          Column.highIfKnown("purity", "%.3f", Scores::purity),
          Column.high("NPMI", "%.3f", Scores::npmi),
          Column.high("windowed NPMI", "%.3f", Scores::windowedNpmi),
          Column.high("diversity", "%.2f", Scores::diversity),
          Column.high("terms' AUC", "%.3f", Scores::discrimination),
          Column.low("largest topic", "%.3f", scores -> scores.balance().largest()),
          Column.low("tiny topics", "%.1f", scores -> scores.balance().tiny()),
          new Column(
              "fit, s",
              "%.1f",
              Comparator.reverseOrder(),
              result -> new double[] {result.seconds()}),
          new Column(
              "of " + SCIKIT_LEARN,
              "%.2f",
              Comparator.reverseOrder(),
              result -> secondsOver(SCIKIT_LEARN, result)),
          new Column(
              "of " + MALLET,
              "%.3f",
              Comparator.reverseOrder(),
              result -> secondsOver(MALLET, result)),
          Column.highIfKnown("planted", "%.1f", Scores::recovered));

  void add(Result result) {
    results.add(result);
  }

  /** The table, without the columns that no result has a value for. */
  String markdown() {
    List<Column> shown =
        columns.stream()
            .filter(column -> results.stream().anyMatch(r -> column.values().apply(r).length > 0))
            .toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        Stream.concat(Stream.of("engine", "corpus", "topics"), shown.stream().map(Column::name))
            .toList());
    results.stream()
        .map(Result::engine)
        .distinct()
        .forEach(engine -> rows.addAll(rows(engine, shown)));
    return Column.table(rows);
  }

  private List<List<String>> rows(String engine, List<Column> shown) {
    List<Result> of = results.stream().filter(r -> r.engine().equals(engine)).toList();
    List<List<String>> rows = new ArrayList<>();
    for (Result result : of) {
      rows.add(
          Stream.concat(
                  Stream.of(engine, result.task().corpus(), "" + result.task().topics()),
                  shown.stream().map(column -> column.cell(result)))
              .toList());
    }
    List<String> asked = of.stream().map(r -> r.task().asked()).distinct().toList();
    for (String topics : asked) {
      addMean(
          rows, topics, of.stream().filter(r -> r.task().asked().equals(topics)).toList(), shown);
    }
    if (asked.size() > 1) {
      addMean(rows, "all", of, shown);
    }
    return rows;
  }

  private static void addMean(
      List<List<String>> rows, String topics, List<Result> of, List<Column> shown) {
    if (of.size() > 1) {
      rows.add(
          Stream.concat(
                  Stream.of(of.get(0).engine(), "**mean**", topics),
                  shown.stream().map(column -> column.cell(of)))
              .toList());
    }
  }

  private Optional<Result> of(String engine, Task task) {
    return results.stream()
        .filter(result -> result.engine().equals(engine) && result.task().equals(task))
        .findFirst();
  }

  private double[] nmiOverMallet(Result result) {
    OptionalDouble nmi = result.nmi();
    return of(MALLET, result.task()).stream()
        .filter(mallet -> nmi.isPresent() && !result.engine().equals(MALLET))
        .mapToDouble(mallet -> nmi.getAsDouble() - mallet.nmi().orElseThrow())
        .toArray();
  }

  private double[] secondsOver(String engine, Result result) {
    return of(engine, result.task()).stream()
        .mapToDouble(other -> result.seconds() / other.seconds())
        .toArray();
  }
}
