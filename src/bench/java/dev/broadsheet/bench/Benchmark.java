package dev.broadsheet.bench;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.Reprints;
import dev.broadsheet.job.SparkSettings;
import dev.broadsheet.topics.TopicAlgorithm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Times topic engines and scores their topics, one engine after the other with nothing else
 * running, all on the same documents with the same vocabulary and seeds, and prints a table.
 *
 * <ul>
 *   <li><b>fit, s</b>: median, least and most seconds to learn the topics from vectors in memory,
 *       without reading, analysing or scoring. For {@code nmf} this is the factorization alone, as
 *       it is for {@code sklearn}, whose clock runs in Python around {@code fit_transform}.
 *   <li><b>whole, s</b>: median seconds of all that the job asks of an engine; more than the fit
 *       only for {@code nmf}, which then finds p(term | topic).
 *   <li><b>passes</b> over the documents, without those of an initialization.
 *   <li><b>loss</b>: ‖X − WH‖² of a factorization of TF-IDF, worked out here from W and H, and what
 *       part it is of scikit-learn's.
 *   <li><b>NPMI, diversity, NMI, planted</b>: see {@link Scores}; means over the repeats, as the
 *       loss and the passes are, because each repeat has a seed of its own and one seed may be
 *       lucky.
 * </ul>
 *
 * <p>There is no warm-up: the first repeat has it.
 */
@Command(
    name = "bench",
    description = "Times topic engines and scores their topics.",
    sortOptions = false)
public final class Benchmark implements Callable<Integer> {
  /** Of the first repeat; the others' follow it. */
  private static final long SEED = 42;

  private static final int TOPICS = 30;
  private static final int VOCABULARY = 10_000;
  private static final Path WORK = Path.of("target", "bench");
  private static final Path PYTHON = Path.of("target", "bench-venv");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Source source;

  @Option(
      names = "--topics",
      paramLabel = "K",
      description = "Topics to find. Default: those planted, or " + TOPICS + ".")
  private Optional<Integer> topics;

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "NAME",
      description =
          "nmf, sklearn, mallet, mallet-plain (without optimized hyperparameters), lda-em, lda, and lda-50, which is MLlib's online LDA with its defaults but 50 iterations. Default: all.")
  private List<String> names =
      List.of("nmf", "sklearn", "mallet", "mallet-plain", "lda-em", "lda", "lda-50");

  @Option(
      names = "--repeat",
      paramLabel = "N",
      description = "Fits of each engine, each with the next seed. Default: ${DEFAULT-VALUE}.")
  private int repeat = 3;

  @Option(
      names = "--mallet-iterations",
      paramLabel = "N",
      description = "Default: ${DEFAULT-VALUE}.")
  private int malletIterations = 1000;

  @Option(names = "--output", paramLabel = "FILE", description = "Where the table goes too.")
  private Optional<Path> output;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Print this.")
  private boolean help;

  private static final class Source {
    @Option(
        names = "--corpus",
        paramLabel = "PATH",
        description = "JSON lines with title, date, url, body and perhaps label, also with .gz.")
    private String corpus;

    @Option(
        names = "--planted",
        paramLabel = "TOPICS,DOCUMENTS[,VOCABULARY]",
        description =
            "A corpus of known topics, made here; VOCABULARY is "
                + VOCABULARY
                + " words by default.")
    private String planted;

    @Option(
        names = "--reprints",
        paramLabel = "N",
        description =
            "No engines: how many of N reprints of each kind, planted among other articles and notices in two forms, are found as stories.")
    private Optional<Integer> reprints = Optional.empty();
  }

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
    return source.reprints.isPresent() ? scoreReprints(source.reprints.get()) : scoreEngines();
  }

  private int scoreReprints(int pairs) throws IOException {
    SparkSession spark = SparkSettings.session("local[*]");
    report(ReprintScores.of(spark, new Reprints(pairs, SEED)).markdown());
    spark.stop();
    return 0;
  }

  private int scoreEngines() throws IOException {
    Map<String, Engine> engines = engines();
    if (repeat < 1) {
      throw new ParameterException(
          spec.commandLine(), "Cannot use --repeat %d: one fit is the least.".formatted(repeat));
    }
    Optional<PlantedCorpus> planted = Optional.ofNullable(source.planted).map(this::plant);
    SparkSession spark = SparkSettings.session("local[*]");
    spark.sparkContext().setCheckpointDir(WORK.resolve("checkpoints").toString());
    say("reading");
    Documents documents =
        planted
            .map(corpus -> Documents.planted(spark, corpus))
            .orElseGet(() -> Documents.read(spark, source.corpus));
    int k = topics.orElse(planted.map(PlantedCorpus::k).orElse(TOPICS));
    say("%,d documents, %,d terms".formatted(documents.count(), documents.terms()));
    var table = new ScoreTable();
    for (var engine : engines.entrySet()) {
      List<Fit> fits = fits(engine.getKey(), engine.getValue(), documents, k);
      table.add(
          engine.getKey(), fits, fits.stream().map(fit -> Scores.of(fit, documents)).toList());
    }
    report(facts(documents, k) + "\n\n" + table.markdown());
    spark.stop();
    return 0;
  }

  private void report(String text) throws IOException {
    System.out.println("\n" + text);
    if (output.isPresent()) {
      Files.writeString(output.get(), text);
    }
  }

  private List<Fit> fits(String name, Engine engine, Documents documents, int k) {
    List<Fit> fits = new ArrayList<>();
    for (int i = 1; i <= repeat; i++) {
      say("%s, %d of %d".formatted(name, i, repeat));
      Fit fit = engine.fit(documents, k, SEED + i - 1);
      say("%s, %d of %d: %.1f s".formatted(name, i, repeat, fit.seconds()));
      fits.add(fit);
    }
    return fits;
  }

  private Map<String, Engine> engines() {
    Map<String, Engine> all =
        Map.of(
            "nmf", new NmfEngine(),
            "sklearn", new ScikitLearnEngine(PYTHON, WORK.resolve("matrix")),
            "mallet", new MalletEngine(malletIterations, 10),
            "mallet-plain", new MalletEngine(malletIterations, 0),
            "lda-em", new SparkEngine(TopicAlgorithm.LDA_EM.engine(), 100),
            "lda", new SparkEngine(TopicAlgorithm.LDA.engine(), 20),
            "lda-50", SparkEngine.online(50));
    Map<String, Engine> chosen = new LinkedHashMap<>();
    for (String name : names) {
      if (!all.containsKey(name)) {
        throw new ParameterException(
            spec.commandLine(),
            "Cannot use --engines %s: there is no such engine. See --help.".formatted(name));
      }
      chosen.put(name, all.get(name));
    }
    return chosen;
  }

  private PlantedCorpus plant(String numbers) {
    try {
      int[] n = Arrays.stream(numbers.split(",")).mapToInt(Integer::parseInt).toArray();
      return new PlantedCorpus(n[0], n.length > 2 ? n[2] : VOCABULARY, n[1], SEED);
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot use --planted %s: it is not TOPICS,DOCUMENTS[,VOCABULARY]. See --help."
              .formatted(numbers),
          e);
    }
  }

  private String facts(Documents documents, int k) {
    long labelled = Arrays.stream(documents.labels()).filter(label -> !label.isEmpty()).count();
    return "%s: %,d documents (%,d labelled), %,d terms, %,d tokens; %d topics, %d fits of each engine, %d cores, Java %s"
        .formatted(
            source.planted == null
                ? Path.of(source.corpus).getFileName()
                : "planted " + source.planted,
            documents.count(),
            labelled,
            documents.terms(),
            documents.vocabulary().tokens(),
            k,
            repeat,
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature());
  }

  private static void say(String what) {
    System.out.println(LocalTime.now().format(TIME) + " " + what);
  }
}
