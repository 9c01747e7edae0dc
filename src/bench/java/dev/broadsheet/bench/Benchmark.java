package dev.broadsheet.bench;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.Reprints;
import dev.broadsheet.bench.Result.Task;
import dev.broadsheet.job.SparkSettings;
import dev.broadsheet.topics.TopicAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Times topic engines and scores their topics, one corpus and engine after the other with nothing
 * else running, all on the same documents with the same vocabulary and seeds, and prints a {@link
 * ScoreTable}; {@link Scores} says what is in it.
 *
 * <p>Seconds are those of all that the job asks of an engine, from vectors in memory, without
 * reading, analysing or scoring; those of {@code sklearn} are of {@code fit_transform}, by a clock
 * in Python. There is no warm-up: the first fit has it.
 */
@Command(
    name = "bench",
    description = "Times topic engines and scores their topics on one or many corpora.",
    sortOptions = false)
public final class Benchmark implements Callable<Integer> {
  /** Of the first fit; the others' follow it. */
  private static final long SEED = 42;

  private static final String LABELS = "labels";
  private static final int TOPICS = 30;
  private static final int VOCABULARY = 10_000;
  private static final Path WORK = Path.of("target", "bench");
  private static final PythonEnvironment PYTHON =
      new PythonEnvironment(Path.of("target", "bench-venv"));

  @Spec private CommandSpec spec;

  @Option(
      names = "--corpus",
      paramLabel = "PATH",
      description =
          "JSON lines with title, date, url, body and perhaps label, also with .gz; repeat it for several.")
  private List<String> corpora = List.of();

  @Option(
      names = "--planted",
      paramLabel = "TOPICS,DOCUMENTS[,VOCABULARY]",
      description =
          "A corpus of known topics, made here; VOCABULARY is "
              + VOCABULARY
              + " words by default. Repeat it for several.")
  private List<String> planted = List.of();

  @Option(
      names = "--reprints",
      paramLabel = "N",
      description =
          "Instead of engines: how many of N reprints of each kind, planted among other articles and notices in two forms, are found as stories.")
  private Optional<Integer> reprints = Optional.empty();

  @Option(
      names = "--whole",
      split = ",",
      paramLabel = "ARTICLES",
      description =
          "Instead of engines: seconds and memory of whole runs on generated news of these sizes, beside programs of thirty lines on scikit-learn and on Spark.")
  private List<Long> whole = List.of();

  @Option(
      names = "--topics",
      split = ",",
      paramLabel = "K",
      description =
          "Numbers of topics to find in each corpus; "
              + LABELS
              + " is as many as labels that 1 %% of its labelled documents or more have, or as were planted, or else "
              + TOPICS
              + ". Default: ${DEFAULT-VALUE}.")
  private List<String> topics = List.of(LABELS);

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "NAME",
      description =
          "nmf, sklearn, sklearn-lda, mallet, mallet-plain (without optimized hyperparameters), lda-em, lda, and lda-50, which is MLlib's online LDA with its defaults but 50 iterations. Default: all.")
  private List<String> names =
      List.of("nmf", "sklearn", "sklearn-lda", "mallet", "mallet-plain", "lda-em", "lda", "lda-50");

  @Option(
      names = "--repeat",
      split = ",",
      paramLabel = "N|ENGINE=N",
      description =
          "Fits of each engine, each with the next seed, and of single engines, such as 5,lda=1; no more than two where the second finds the same topics as the first. Default: ${DEFAULT-VALUE}.")
  private List<String> repeat = List.of("3");

  @Option(
      names = "--mallet-iterations",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}.")
  private int malletIterations = 1000;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Where the table goes too, as far as it is, after each corpus and number of topics.")
  private Optional<Path> output;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  private boolean help;

  /** Runs the benchmark. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    int code = new CommandLine(new Benchmark()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() throws IOException {
    boolean engines = corpora.size() + planted.size() > 0;
    if (Stream.of(engines, reprints.isPresent(), !whole.isEmpty()).filter(on -> on).count() != 1) {
      throw refused(
          "Cannot start: name what to read with --corpus or --planted, or --reprints or --whole alone.");
    }
    if (engines) {
      return scoreEngines();
    }
    return reprints.isPresent() ? scoreReprints(reprints.get()) : timeWholeRuns();
  }

  private int scoreReprints(int pairs) throws IOException {
    SparkSession spark = SparkSettings.session("local[*]");
    String scores = ReprintScores.of(spark, new Reprints(pairs, SEED)).markdown();
    System.out.println("\n" + scores);
    write(scores);
    spark.stop();
    return 0;
  }

  private int timeWholeRuns() throws IOException {
    var runs = new WholeRuns(PYTHON, WORK.resolve("whole"), repeats(Set.of()).usual());
    for (long articles : whole) {
      runs.add(articles);
      write(runs.markdown());
    }
    System.out.println("\n" + runs.markdown());
    return 0;
  }

  private int scoreEngines() throws IOException {
    Map<String, Engine> engines = engines();
    var comparison = new Comparison(engines, repeats(engines.keySet()), SEED);
    topics.forEach(asked -> number(asked, 1));
    List<PlantedCorpus> plants = planted.stream().map(this::plant).toList();
    SparkSession spark = SparkSettings.session("local[*]");
    spark.sparkContext().setCheckpointDir(WORK.resolve("checkpoints").toString());
    for (String path : corpora) {
      try (Documents documents = Documents.read(spark, path)) {
        compare(comparison, documents);
      }
    }
    for (PlantedCorpus plant : plants) {
      try (Documents documents = Documents.planted(spark, plant, WORK.resolve("planted"))) {
        compare(comparison, documents);
      }
    }
    System.out.println("\n" + comparison.report());
    spark.stop();
    return 0;
  }

  private void compare(Comparison comparison, Documents documents) throws IOException {
    for (String asked : topics) {
      int k = number(asked, documents.topics().orElse(TOPICS));
      comparison.run(documents, new Task(documents.name(), k, asked));
      write(comparison.report());
    }
  }

  private int number(String asked, int labels) {
    try {
      int number = asked.equals(LABELS) ? labels : Integer.parseInt(asked);
      if (number >= 1) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below.
    }
    throw refused(
        "Cannot use --topics %s: it is neither %s nor a whole number above 0. See --help."
            .formatted(asked, LABELS));
  }

  private Map<String, Engine> engines() {
    Map<String, Engine> all = OptionalEngines.all(malletIterations);
    all.put("nmf", new SparkEngine(TopicAlgorithm.NMF.engine()));
    all.put("sklearn", ScikitLearnEngine.nmf(PYTHON, WORK.resolve("matrix")));
    all.put("sklearn-lda", ScikitLearnEngine.lda(PYTHON, WORK.resolve("matrix")));
    all.put("lda-em", new SparkEngine(TopicAlgorithm.LDA_EM.engine()));
    all.put("lda", new SparkEngine(TopicAlgorithm.LDA.engine()));
    all.put("lda-50", SparkEngine.online(50));
    Map<String, Engine> chosen = new LinkedHashMap<>();
    for (String name : names) {
      if (!all.containsKey(name)) {
        throw refused(
            "Cannot use --engines %s: there is no such engine. See --help.".formatted(name));
      }
      chosen.put(name, all.get(name));
    }
    return chosen;
  }

  private Repeats repeats(Set<String> engines) {
    try {
      return Repeats.of(repeat, engines);
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage());
    }
  }

  private PlantedCorpus plant(String numbers) {
    try {
      int[] n = Stream.of(numbers.split(",")).mapToInt(Integer::parseInt).toArray();
      return new PlantedCorpus(n[0], n.length > 2 ? n[2] : VOCABULARY, n[1], SEED);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw refused(
          "Cannot use --planted %s: it is not TOPICS,DOCUMENTS[,VOCABULARY]. See --help."
              .formatted(numbers));
    }
  }

  private ParameterException refused(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private void write(String text) throws IOException {
    if (output.isPresent()) {
      Files.writeString(output.get(), text + "\n");
    }
  }
}
