package dev.broadsheet.bench;

import dev.broadsheet.job.SparkSettings;
import dev.broadsheet.neighbours.NearestArticles;
import dev.broadsheet.neighbours.TermOrder;
import dev.broadsheet.neighbours.TermWeights;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How many of the nearest articles {@link NearestArticles} finds, against comparing a sample of
 * articles with all others; without stories. <b>Recall</b> is the part of the five places that hold
 * an article as near as the fifth nearest; <b>similarity</b> is the sum of all cosines over what it
 * would be at best.
 */
@Command(
    name = "neighbours",
    description = "Compares similar_articles with exact search.",
    mixinStandardHelpOptions = true)
public final class Neighbours implements Callable<Integer> {
  private static final double ROUNDING = 1e-9;

  @Option(
      names = "--corpus",
      required = true,
      paramLabel = "PATH",
      description = "JSON lines with title, date, url, body, also with .gz.")
  private String corpus;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Articles to search exactly for. Default: ${DEFAULT-VALUE}.")
  private int sample = 500;

  /** Runs the comparison. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    int code = new CommandLine(new Neighbours()).execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  @Override
  public Integer call() {
    SparkSession spark = SparkSettings.session("local[*]");
    Documents documents = Documents.read(spark, corpus);
    double[] idf = documents.vocabulary().idf();
    JavaRDD<Row> vectors = documents.vectors().select("article_id", "counts").toJavaRDD();
    long start = System.nanoTime();
    Map<String, List<Double>> found =
        NearestArticles.among(
                vectors.map(
                    row -> {
                      SparseVector counts = row.<Vector>getAs(1).toSparse();
                      return new NearestArticles.Document(
                          row.getString(0), counts.indices(), counts(counts));
                    }),
                idf,
                TermOrder.of(new double[0][], documents.vocabulary().documentFrequency()),
                vectors.getNumPartitions())
            .mapValues(
                nearest ->
                    IntStream.range(0, nearest.size())
                        .mapToObj(nearest::similarity)
                        .collect(Collectors.toList()))
            .collectAsMap();
    double seconds = (System.nanoTime() - start) / 1e9;
    report(vectors.collect(), idf, found, seconds);
    spark.stop();
    return 0;
  }

  private static int[] counts(SparseVector vector) {
    return Arrays.stream(vector.values()).mapToInt(count -> (int) count).toArray();
  }

  private void report(
      List<Row> articles, double[] idf, Map<String, List<Double>> found, double seconds) {
    SparseVector[] all =
        articles.stream()
            .map(row -> row.<Vector>getAs(1).toSparse())
            .map(
                v ->
                    new SparseVector(
                        v.size(), v.indices(), TermWeights.tfidf(v.indices(), counts(v), idf)))
            .toArray(SparseVector[]::new);
    int[] asked = new Random(42).ints(0, all.length).distinct().limit(sample).toArray();
    double places = 0;
    double hits = 0;
    double best = 0;
    double got = 0;
    for (int article : asked) {
      double[] exact = nearest(all, article);
      List<Double> similarities = found.getOrDefault(articles.get(article).getString(0), List.of());
      double least = exact[exact.length - 1] - ROUNDING;
      places += exact.length;
      hits += similarities.stream().filter(similarity -> similarity >= least).count();
      best += IntStream.range(0, exact.length).mapToDouble(i -> exact[i]).sum();
      got += similarities.stream().mapToDouble(Double::doubleValue).sum();
    }
    System.out.printf(
        "%,d articles in %.1f s; of %d articles: recall %.3f, similarity %.3f%n",
        all.length, seconds, asked.length, hits / places, got / best);
  }

  /** The largest cosines with others, the largest first. */
  private static double[] nearest(SparseVector[] all, int article) {
    double[] dense = all[article].toArray();
    return IntStream.range(0, all.length)
        .filter(other -> other != article)
        .mapToDouble(other -> -cosine(all[other], dense))
        .sorted()
        .limit(NearestArticles.MOST)
        .map(negative -> -negative)
        .toArray();
  }

  private static double cosine(SparseVector sparse, double[] dense) {
    double sum = 0;
    for (int i = 0; i < sparse.indices().length; i++) {
      sum += sparse.values()[i] * dense[sparse.indices()[i]];
    }
    return sum;
  }
}
