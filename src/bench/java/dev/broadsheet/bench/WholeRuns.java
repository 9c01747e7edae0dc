package dev.broadsheet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Whole processes on {@link GeneratedNews}, from the command to its end, one after another with
 * nothing else running: {@code run} with all its tables, beside a plain program on scikit-learn and
 * one on Spark that make topics only. Medians of several rounds; in each round every program runs.
 */
final class WholeRuns {
  private enum Program {
    BROADSHEET("broadsheet run"),
    SCIKIT_LEARN("scikit-learn, `plain.py`"),
    SPARK("Spark, `PlainSpark`");

    private final String label;

    Program(String label) {
      this.label = label;
    }
  }

  /** What a process took; jobs and bytes shuffled are 0 where there is no Spark. */
  private record Cost(double wall, double cpu, double memory, long jobs, long shuffled) {}

  private static final String HEAP = "4g";

  private static final int FEW_TOPICS = 8;
  private static final int TOPICS = 50;

  private final PythonEnvironment python;
  private final Path folder;
  private final int rounds;
  private final StringBuilder rows = new StringBuilder();
  private final Map<Program, double[]> before = new EnumMap<>(Program.class);

  WholeRuns(PythonEnvironment python, Path folder, int rounds) {
    this.python = python;
    this.folder = folder.toAbsolutePath();
    this.rounds = rounds;
  }

  /** Runs every program on so many articles. */
  void add(long articles) throws IOException {
    Path corpus = folder.resolve("news-%d.jsonl".formatted(articles));
    new GeneratedNews(articles).write(corpus);
    Map<Program, List<Cost>> costs = new EnumMap<>(Program.class);
    for (int round = 0; round < rounds; round++) {
      for (Program program : Program.values()) {
        System.out.printf("%,d articles: %s, round %d%n", articles, program.label, round + 1);
        costs
            .computeIfAbsent(program, p -> new ArrayList<>())
            .add(cost(program, corpus, articles < 1_000 ? FEW_TOPICS : TOPICS));
      }
    }
    double peer = median(costs.get(Program.SCIKIT_LEARN), Cost::wall);
    double megabytes = Files.size(corpus) / 1e6;
    costs.forEach((program, all) -> row(program, all, articles, megabytes, peer));
  }

  private void row(Program program, List<Cost> all, long articles, double megabytes, double peer) {
    double wall = median(all, Cost::wall);
    double[] last = before.put(program, new double[] {articles, wall});
    rows.append(
        String.format(
            Locale.ROOT,
            "| %,d, %.1f MB | %s | %.1f | %.1f | %.2f | %.1f | %s | %s | %s |%n",
            articles,
            megabytes,
            program.label,
            wall,
            median(all, Cost::cpu),
            wall / peer,
            median(all, Cost::memory) / 1e9,
            program == Program.SCIKIT_LEARN ? "" : "%.0f".formatted(median(all, Cost::jobs)),
            program == Program.SCIKIT_LEARN
                ? ""
                : "%.1f".formatted(median(all, Cost::shuffled) / 1e6),
            last == null ? "" : "%.1f for %.1f".formatted(wall / last[1], articles / last[0])));
  }

  String markdown() {
    return """
        | articles | program | wall, s | CPU, s | wall, of scikit-learn's | memory, GB | jobs | shuffled, MB | growth of wall, for that of articles |
        |---|---|---|---|---|---|---|---|---|
        """
        + rows;
  }

  private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
    double[] sorted = costs.stream().mapToDouble(of).sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  private Cost cost(Program program, Path corpus, int topics) throws IOException {
    Path output = folder.resolve("output");
    Path events = folder.resolve("events");
    FileUtils.deleteDirectory(output.toFile());
    FileUtils.deleteDirectory(events.toFile());
    Files.createDirectories(events);
    String k = String.valueOf(topics);
    List<String> command =
        switch (program) {
          case BROADSHEET ->
              launcher(
                  events,
                  "run",
                  "--input",
                  corpus.toString(),
                  "--output",
                  output.toString(),
                  "--topics",
                  k);
          case SCIKIT_LEARN -> python.command("plain.py", corpus.toString(), output.toString(), k);
          case SPARK ->
              java(events, PlainSpark.class.getName(), corpus.toString(), output.toString(), k);
        };
    Path result = folder.resolve("result.json");
    python.run(
        "measured.py",
        Stream.concat(Stream.of(result.toString()), command.stream()).toArray(String[]::new));
    JsonNode measured = new ObjectMapper().readTree(result.toFile());
    long[] counted = counted(events);
    return new Cost(
        measured.get("wall").asDouble(),
        measured.get("cpu").asDouble(),
        measured.get("memory").asDouble(),
        counted[0],
        counted[1]);
  }

  /** What a user types, with the Java of this JVM. */
  private static List<String> launcher(Path events, String... arguments) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("env", "-u", "SPARK_HOME", "-u", "BROADSHEET_JAVA_OPTIONS"));
    command.add("JAVA_HOME=" + System.getProperty("java.home"));
    command.add("BROADSHEET_MEMORY=" + HEAP);
    command.add("JDK_JAVA_OPTIONS=" + String.join(" ", eventLog(events)));
    command.add(Path.of("bin", "broadsheet").toString());
    command.addAll(List.of(arguments));
    return command;
  }

  /** A JVM as this one, but for its heap and collector. */
  private static List<String> java(Path events, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> !option.startsWith("-Xm") && !option.startsWith("-XX:+Use"))
        .forEach(command::add);
    command.add("-Xmx" + HEAP);
    command.addAll(eventLog(events));
    command.add("-classpath");
    command.add(System.getProperty("java.class.path"));
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }

  private static List<String> eventLog(Path events) {
    return List.of(
        "-Dspark.eventLog.enabled=true",
        "-Dspark.eventLog.compress=false",
        "-Dspark.eventLog.rolling.enabled=false",
        "-Dspark.eventLog.dir=" + events.toUri());
  }

  /** Jobs, and bytes written for shuffles, by Spark's event log. */
  private static long[] counted(Path events) throws IOException {
    var mapper = new ObjectMapper();
    long[] counted = new long[2];
    try (Stream<Path> files = Files.list(events)) {
      for (Path file : files.filter(f -> !f.getFileName().toString().startsWith(".")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          for (String line : (Iterable<String>) lines::iterator) {
            JsonNode event = mapper.readTree(line);
            counted[0] += event.path("Event").asText().equals("SparkListenerJobStart") ? 1 : 0;
            counted[1] +=
                event
                    .path("Task Metrics")
                    .path("Shuffle Write Metrics")
                    .path("Shuffle Bytes Written")
                    .asLong();
          }
        }
      }
    }
    return counted;
  }
}
