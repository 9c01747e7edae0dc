package dev.broadsheet.bench;

import dev.broadsheet.bench.Result.Task;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Engines at the same tasks, one after the other, and what came of it so far. */
final class Comparison {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Map<String, Engine> engines;
  private final Repeats repeats;
  private final long seed;
  private final ScoreTable table = new ScoreTable();
  private final Set<String> facts = new LinkedHashSet<>();

  /**
   * Of engines by name.
   *
   * @param repeats the most fits of each engine at a task
   * @param seed of the first fit; the others' follow it
   */
  Comparison(Map<String, Engine> engines, Repeats repeats, long seed) {
    this.engines = engines;
    this.repeats = repeats;
    this.seed = seed;
  }

  /** Has each engine fit the documents. */
  void run(Documents documents, Task task) {
    facts.add("- " + documents.facts());
    engines.forEach(
        (name, engine) -> table.add(new Result(name, task, scores(name, engine, documents, task))));
  }

  /** Two fits are enough where the second gives every document the topic that the first gave it. */
  private List<Scores> scores(String name, Engine engine, Documents documents, Task task) {
    List<Scores> scores = new ArrayList<>();
    int[] before = {};
    for (int i = 0; i < repeats.of(name); i++) {
      Fit fit = engine.fit(documents, task.topics(), seed + i);
      scores.add(Scores.of(fit, documents));
      System.out.printf(
          "%s %s, %d topics, %s, fit %d: %s%n",
          LocalTime.now().format(TIME),
          task.corpus(),
          task.topics(),
          name,
          i + 1,
          scores.get(i).line());
      if (i == 1 && Arrays.equals(before, fit.mainTopics())) {
        break;
      }
      before = fit.mainTopics();
    }
    return scores;
  }

  /** What the corpora are, and the table. */
  String report() {
    return "%s\n\n%s\nFits of an engine: at most %s; %d cores, Java %s"
        .formatted(
            String.join("\n", facts),
            table.markdown(),
            repeats,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature());
  }
}
