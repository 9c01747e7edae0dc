package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.config.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A week of nightly runs over planted topics. Every night 100 articles arrive and the oldest 100 of
 * 700 leave. One topic is written about in the first five hundreds only, another from the tenth on.
 */
@SparkTest
class SevenNightsTest {
  private static final int NIGHTS = 7;
  private static final int HUNDREDS = 7;
  private static final long A_NIGHT = 25_000_000;
  private static final int DYING = 6;
  private static final int BORN = 7;
  private static final int LAST_OF_DYING = 4;
  private static final int FIRST_OF_BORN = 9;
  private static final PlantedCorpus CORPUS = new PlantedCorpus(8, 1500, 0, 11);

  @TempDir Path folder;
  private final Map<String, Integer> planted = new HashMap<>();
  private SparkSession spark;

  @BeforeEach
  void prepare(SparkSession session) {
    spark = session;
  }

  /** What is planted in a hundred. */
  private static int[] topics(int hundred) {
    return IntStream.range(0, 8)
        .filter(t -> t != DYING || hundred <= LAST_OF_DYING)
        .filter(t -> t != BORN || hundred >= FIRST_OF_BORN)
        .toArray();
  }

  private String hundred(int number) {
    String path = folder.resolve("hundred" + number).toString();
    if (!Path.of(path).toFile().exists()) {
      CORPUS
          .withActive(topics(number))
          .window(100L * number, 100L * (number + 1))
          .write(spark, path, "jsonl");
      spark
          .read()
          .schema("url string, label int")
          .json(path)
          .collectAsList()
          .forEach(row -> planted.put(row.getString(0), row.getInt(1)));
    }
    return path;
  }

  private RunResult run(int night) {
    List<String> input = IntStream.range(night, night + HUNDREDS).mapToObj(this::hundred).toList();
    return Jobs.run(
        Jobs.config(
            input,
            folder.resolve("output"),
            Option.ANALYZER,
            "whitespace",
            Option.RUN_ID,
            "2026-11-2%dT020000Z".formatted(night)));
  }

  /** By planted topic, the id of most of the articles that are drawn from it. */
  private Map<Integer, Integer> idsOfPlanted(RunResult run) {
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    spark
        .read()
        .parquet(run.path() + "/articles")
        .select("url", "topic_id")
        .collectAsList()
        .forEach(
            row ->
                counts
                    .computeIfAbsent(planted.get(row.getString(0)), label -> new HashMap<>())
                    .merge(row.getInt(1), 1, Integer::sum));
    Map<Integer, Integer> ids = new TreeMap<>();
    counts.forEach(
        (label, byId) ->
            ids.put(
                label, Collections.max(byId.entrySet(), Map.Entry.comparingByValue()).getKey()));
    return ids;
  }

  private Map<String, Set<String>> lineage(RunResult run) {
    Map<String, Set<String>> byStatus = new TreeMap<>();
    spark
        .read()
        .parquet(run.path() + "/topic_lineage")
        .collectAsList()
        .forEach(
            row ->
                byStatus
                    .computeIfAbsent(row.getString(3), s -> new TreeSet<>())
                    .add(row.get(0) + "<" + row.get(1)));
    return byStatus;
  }

  /** What a session holds after a night: cached datasets, blocks, and bytes of the heap. */
  private record LeftBehind(int cached, long blocks, long heap) {}

  private LeftBehind leftBehind() {
    LeftBehind left;
    int looks = 0;
    do {
      // Spark's cleaner removes blocks of what the collector found to be garbage.
      System.gc();
      LockSupport.parkNanos(100_000_000);
      left =
          new LeftBehind(
              spark.sparkContext().getPersistentRDDs().size(),
              SparkEnv.get().memoryManager().storageMemoryUsed(),
              Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    } while (++looks < 5 && (looks < 2 || left.cached() > 0 || left.blocks() > 0));
    return left;
  }

  @Test
  void survivingTopicsKeepTheirIdsAndABirthAndADeathAreNamed() {
    Map<Integer, Integer> first = null;
    List<LeftBehind> leftBehind = new ArrayList<>();
    List<String> births = new ArrayList<>();
    List<String> deaths = new ArrayList<>();
    for (int night = 0; night < NIGHTS; night++) {
      RunResult run = run(night);
      leftBehind.add(leftBehind());
      Map<Integer, Integer> ids = idsOfPlanted(run);
      Map<String, Set<String>> lineage = lineage(run);
      if (first == null) {
        first = ids;
        assertThat(lineage.keySet()).containsExactly("new");
        continue;
      }
      for (int planted = 0; planted < DYING; planted++) {
        assertThat(ids.get(planted))
            .as("topic %d in night %d", planted, night)
            .isEqualTo(first.get(planted));
      }
      births.addAll(lineage.getOrDefault("new", Set.of()));
      deaths.addAll(lineage.getOrDefault("gone", Set.of()));
    }
    assertThat(leftBehind).allMatch(left -> left.cached() == 0 && left.blocks() == 0);
    // Spark keeps what its pages show of jobs and queries, up to a number of these.
    assertThat(leftBehind.get(NIGHTS - 1).heap() - leftBehind.get(0).heap())
        .isLessThan(NIGHTS * A_NIGHT);
    assertThat(births).hasSize(1);
    assertThat(deaths).containsExactly("null<" + first.get(DYING));
  }
}
