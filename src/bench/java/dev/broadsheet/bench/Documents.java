package dev.broadsheet.bench;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.job.ModelInput;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.text.TokenBlock;
import dev.broadsheet.topics.Vocabulary;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What every engine gets: the documents that the job would model, as the job makes them with its
 * defaults, in its canonical order; and what is known of their topics.
 *
 * @param input the same on the cluster
 * @param features n rows over V terms
 * @param tokens of each document, in the order of the text: places in the vocabulary, or −1
 * @param labels of each document; empty for a document without one
 * @param planted k × V, cut down to the vocabulary: p(term | topic) of topics that were planted
 */
record Documents(
    String name,
    ModelInput input,
    SparseVector[] features,
    int[][] tokens,
    String[] labels,
    Optional<double[][]> planted)
    implements AutoCloseable {

  /** A label of fewer documents is no topic that one could ask for. */
  private static final double LEAST_SHARE = 0.01;

  /** Reads articles in JSON lines, with the labels of the same URLs. */
  static Documents read(SparkSession spark, String path) {
    return read(
        spark,
        Path.of(path).getFileName().toString(),
        Map.of(Option.INPUT, List.of(path)),
        Optional.empty());
  }

  /**
   * Plants topics; its words are tokens already.
   *
   * @param file where the job finds it
   */
  static Documents planted(SparkSession spark, PlantedCorpus corpus, Path file) {
    corpus.articles(spark).write().mode("overwrite").json(file.toString());
    return read(
        spark,
        "planted",
        Map.of(
            Option.INPUT, List.of(file.toString()),
            Option.FORMAT, List.of(ArticleFormat.JSONL.label()),
            Option.ANALYZER, List.of(ArticleAnalyzer.WHITESPACE)),
        Optional.of(corpus));
  }

  private static Documents read(
      SparkSession spark,
      String name,
      Map<Option, List<String>> options,
      Optional<PlantedCorpus> corpus) {
    ModelInput input = ModelInput.read(spark, JobConfig.of(options, Map.of(), List.of()));
    List<Row> vectors = input.vectors().select("article_id", "features").collectAsList();
    Map<String, String> labels =
        labels(input.articles(), spark.read().json(options.get(Option.INPUT).get(0)));
    String[] stems = input.vocabulary().stems();
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, stems.length).forEach(v -> places.put(stems[v], v));
    Map<String, int[]> tokens = new HashMap<>();
    for (TokenBlock block : input.tokens().collect()) {
      IntStream.range(0, block.documents())
          .forEach(d -> tokens.put(block.id(d), places(block.words(d), places)));
    }
    List<String> ids = vectors.stream().map(row -> row.getString(0)).toList();
    return new Documents(
        name,
        input,
        vectors.stream().map(row -> row.<Vector>getAs(1).toSparse()).toArray(SparseVector[]::new),
        ids.stream().map(tokens::get).toArray(int[][]::new),
        ids.stream().map(id -> labels.getOrDefault(id, "")).toArray(String[]::new),
        corpus.map(planted -> cut(planted, places)));
  }

  private static int[] places(List<String> tokens, Map<String, Integer> places) {
    return tokens.stream().mapToInt(token -> places.getOrDefault(token, -1)).toArray();
  }

  /** By article_id. */
  private static Map<String, String> labels(Dataset<Row> articles, Dataset<Row> lines) {
    if (!Arrays.asList(lines.columns()).contains("label")) {
      return Map.of();
    }
    Dataset<Row> byUrl =
        lines
            .where(col("url").isNotNull())
            .select(col("url"), coalesce(col("label").cast("string"), lit("")).as("label"))
            .dropDuplicates("url");
    return articles.join(byUrl, "url").select("article_id", "label").collectAsList().stream()
        .collect(toMap(row -> row.getString(0), row -> row.getString(1), (one, other) -> one));
  }

  private static double[][] cut(PlantedCorpus corpus, Map<String, Integer> places) {
    String[] words = corpus.words();
    return Arrays.stream(corpus.topics())
        .map(
            topic -> {
              double[] kept = new double[places.size()];
              IntStream.range(0, words.length)
                  .filter(w -> places.containsKey(words[w]))
                  .forEach(w -> kept[places.get(words[w])] = topic[w]);
              return kept;
            })
        .toArray(double[][]::new);
  }

  Vocabulary vocabulary() {
    return input.vocabulary();
  }

  /** Article_id, counts, features; cached. */
  Dataset<Row> vectors() {
    return input.vectors();
  }

  /** How often each term is in each document: n rows over V terms. */
  SparseVector[] counts() {
    return Arrays.stream(tokens).map(this::counts).toArray(SparseVector[]::new);
  }

  private SparseVector counts(int[] document) {
    var counts = new TreeMap<Integer, Double>();
    Arrays.stream(document)
        .filter(term -> term >= 0)
        .forEach(term -> counts.merge(term, 1.0, Double::sum));
    return new SparseVector(
        terms(),
        counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
        counts.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** V. */
  int terms() {
    return vocabulary().size();
  }

  /** n. */
  int count() {
    return features.length;
  }

  /** The documents that have a label. */
  int[] labelled() {
    return IntStream.range(0, count()).filter(d -> !labels[d].isEmpty()).toArray();
  }

  /** How many labels have {@value #LEAST_SHARE} of the labelled documents or more. */
  int differentLabels() {
    Map<String, Long> sizes =
        Arrays.stream(labelled())
            .mapToObj(d -> labels[d])
            .collect(groupingBy(Function.identity(), counting()));
    double least = LEAST_SHARE * labelled().length;
    return (int) sizes.values().stream().filter(size -> size >= least).count();
  }

  /** How many topics there are to find, where that is known. */
  OptionalInt topics() {
    int known = planted.map(p -> p.length).orElse(differentLabels());
    return known == 0 ? OptionalInt.empty() : OptionalInt.of(known);
  }

  /** In one line. */
  String facts() {
    return "%s: %,d documents over %,d terms, %,d tokens; %,d documents have a label, %d labels are of 1 %% of these or more"
        .formatted(
            name, count(), terms(), vocabulary().tokens(), labelled().length, differentLabels());
  }

  @Override
  public void close() {
    input.close();
  }
}
