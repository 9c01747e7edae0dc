package dev.broadsheet.bench;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.articles.ArticleId;
import dev.broadsheet.articles.ArticleReader;
import dev.broadsheet.articles.Duplicates;
import dev.broadsheet.articles.InputFiles;
import dev.broadsheet.job.Option;
import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.text.Languages;
import dev.broadsheet.topics.TermVectors;
import dev.broadsheet.topics.Vocabulary;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.Transformer;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What every engine gets: the documents that the job would model, with its defaults, in its
 * canonical order; and what is known of their topics.
 *
 * @param vectors article_id, counts, features; cached
 * @param features the same on the driver, n rows over V terms
 * @param tokens of each document, in the order of the text: places in the vocabulary
 * @param labels of each document; empty for a document without one
 * @param planted k × V, cut down to the vocabulary: p(term | topic) of topics that were planted
 */
record Documents(
    Dataset<Row> vectors,
    Vocabulary vocabulary,
    SparseVector[] features,
    int[][] tokens,
    String[] labels,
    Optional<double[][]> planted) {

  /** What a task of the job has, and so here. */
  private static final int A_PARTITION = 4000;

  /** Reads articles: the originals in the main language, with the labels of the same URLs. */
  static Documents read(SparkSession spark, String path) {
    InputFiles input =
        InputFiles.list(
            List.of(path), Optional.empty(), spark.sparkContext().hadoopConfiguration());
    long most = Long.parseLong(Option.MAX_ARTICLE_BYTES.defaultValue().orElseThrow());
    Dataset<Row> articles =
        Duplicates.mark(
                ArticleId.assign(
                    ArticleReader.read(spark, input, most).where(col("reason").isNull())))
            .where(col("duplicate_of").isNull());
    Dataset<Row> spoken = Languages.detect(ordered(labelled(articles, path))).cache();
    String language = Languages.main(spoken).orElse("en");
    Dataset<Row> tokens =
        new ArticleAnalyzer()
            .setLanguage(language)
            .setSurfacesCol("surfaces")
            .transform(
                Languages.settle(spoken, language)
                    .where(col("language").equalTo(lit(language)))
                    .withColumn("text", concat_ws("\n", col("title"), col("body"))));
    Documents documents = of(tokens, Optional.empty());
    spoken.unpersist();
    return documents;
  }

  /** Plants topics. Its words are tokens already. */
  static Documents planted(SparkSession spark, PlantedCorpus corpus) {
    Dataset<Row> tokens =
        ordered(corpus.documents(spark))
            .withColumn("label", col("label").cast("string"))
            .withColumn("surfaces", col("tokens"));
    return of(tokens, Optional.of(corpus));
  }

  private static Dataset<Row> labelled(Dataset<Row> articles, String path) {
    Dataset<Row> lines = articles.sparkSession().read().json(path);
    if (!Arrays.asList(lines.columns()).contains("label")) {
      return articles.withColumn("label", lit(""));
    }
    Dataset<Row> labels =
        lines
            .where(col("url").isNotNull())
            .select(col("url"), col("label").cast("string"))
            .dropDuplicates("url");
    return articles
        .join(labels, articles.col("url").equalTo(labels.col("url")), "left")
        .drop(labels.col("url"));
  }

  private static Dataset<Row> ordered(Dataset<Row> articles) {
    int partitions = (int) (1 + articles.count() / A_PARTITION);
    return articles.repartition(partitions, col("article_id")).sortWithinPartitions("article_id");
  }

  /** From article_id, label, tokens and surfaces. */
  private static Documents of(Dataset<Row> analysed, Optional<PlantedCorpus> corpus) {
    Dataset<Row> tokens =
        analysed
            .select(
                col("article_id"),
                coalesce(col("label"), lit("")).as("label"),
                col("tokens"),
                col("surfaces"))
            .cache();
    long documents = tokens.where(size(col("tokens")).gt(0)).count();
    Vocabulary vocabulary =
        Vocabulary.of(
            tokens,
            documents,
            Integer.parseInt(Option.VOCABULARY.defaultValue().orElseThrow()),
            Vocabulary.minDfFor(documents),
            Double.parseDouble(Option.MAX_DF.defaultValue().orElseThrow()));
    Dataset<Row> rows = tokens;
    for (Transformer step : TermVectors.steps(vocabulary)) {
      rows = step.transform(rows);
    }
    Dataset<Row> full = TermVectors.nonEmpty(rows);
    Dataset<Row> vectors = full.select("article_id", "counts", "features").cache();
    vectors.count();
    List<Row> collected = full.select("features", "tokens", "label").collectAsList();
    tokens.unpersist();
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, vocabulary.size()).forEach(v -> places.put(vocabulary.stems()[v], v));
    return new Documents(
        vectors,
        vocabulary,
        collected.stream().map(row -> row.<Vector>getAs(0).toSparse()).toArray(SparseVector[]::new),
        collected.stream().map(row -> known(row.getList(1), places)).toArray(int[][]::new),
        collected.stream().map(row -> row.getString(2)).toArray(String[]::new),
        corpus.map(planted -> cut(planted, places)));
  }

  private static int[] known(List<String> tokens, Map<String, Integer> places) {
    return tokens.stream().filter(places::containsKey).mapToInt(places::get).toArray();
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

  /** V. */
  int terms() {
    return vocabulary.size();
  }

  /** n. */
  int count() {
    return features.length;
  }
}
