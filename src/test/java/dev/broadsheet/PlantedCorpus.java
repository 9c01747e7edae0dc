package dev.broadsheet;

import static java.util.Comparator.comparingDouble;
import static java.util.stream.IntStream.range;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Articles of pseudo-words that are drawn from known topics as latent Dirichlet allocation has it
 * (Blei, Ng and Jordan 2003), so that a test knows what there is to find. Document i depends on the
 * seed and i alone: a corpus of any size is made in parallel and is the same in any layout.
 *
 * @param k how many topics
 * @param vocabulary V, how many words; their mean frequencies follow Zipf and Mandelbrot, 1 / (rank
 *     + 2.7)
 * @param from the first document
 * @param to the document after the last
 * @param alpha a document's topics are Dirichlet(alpha): the smaller, the fewer topics it has
 * @param beta a topic's words are Dirichlet(beta · V · mean frequency): the smaller, the fewer
 *     words tell it from the others; 0.02 to 0.1 is usual
 * @param active the topics that documents use
 */
public record PlantedCorpus(
    int k,
    int vocabulary,
    long from,
    long to,
    long seed,
    double alpha,
    double beta,
    List<Integer> active)
    implements Serializable {

  private static final String CONSONANTS = "bcdfghjklmnprstvwxyz";
  private static final String VOWELS = "aeiou";
  private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
  private static final int WORDS = SYLLABLES * SYLLABLES * SYLLABLES;

  /** Shares no factor with {@link #WORDS}, so that words that follow each other look unlike. */
  private static final long STRIDE = 618_033;

  private static final StructType ROW =
      StructType.fromDDL(
          "article_id string, title string, date string, url string, body string, tokens array<string>, label int");

  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 60;
  private static final int SOURCES = 5;
  private static final int TITLE_WORDS = 5;
  private static final int LEAST_WORDS = 20;
  private static final double MEDIAN_WORDS = 110;
  private static final double SPREAD = 0.25;

  /** All documents from 0 on use all topics. */
  public PlantedCorpus(int topics, int vocabulary, long documents, long seed) {
    this(topics, vocabulary, 0, documents, seed, 0.05, 0.05, range(0, topics).boxed().toList());
  }

  /** Refuses more words than there are. */
  public PlantedCorpus {
    if (vocabulary > WORDS) {
      throw new IllegalArgumentException(
          "Cannot plant %d words: there are %d. Use a smaller vocabulary."
              .formatted(vocabulary, WORDS));
    }
  }

  /** The same topics, with documents that use only these. */
  public PlantedCorpus withActive(int... topics) {
    List<Integer> these = Arrays.stream(topics).boxed().toList();
    return new PlantedCorpus(k, vocabulary, from, to, seed, alpha, beta, these);
  }

  /** The documents {@code from}, …, {@code to} − 1 of the endless corpus with this seed. */
  public PlantedCorpus window(long from, long to) {
    return new PlantedCorpus(k, vocabulary, from, to, seed, alpha, beta, active);
  }

  /** V words of three syllables, no two alike; they do not depend on the seed. */
  public String[] words() {
    return range(0, vocabulary).mapToObj(PlantedCorpus::word).toArray(String[]::new);
  }

  /** k × V: p(word | topic), each row adds up to 1. */
  public double[][] topics() {
    double[] mean = range(0, vocabulary).mapToDouble(v -> 1 / (v + 1 + 2.7)).toArray();
    double scale = beta * vocabulary / Arrays.stream(mean).sum();
    double[] prior = Arrays.stream(mean).map(m -> m * scale).toArray();
    return range(0, k)
        .mapToObj(t -> dirichlet(random(seed, -1 - t), prior))
        .toArray(double[][]::new);
  }

  /** As the job reads them: title, date, url, body; and label, the document's main topic. */
  public Dataset<Row> articles(SparkSession spark) {
    return rows(spark).select("title", "date", "url", "body", "label");
  }

  /** The same, ready to count: article_id, tokens (of title and body), label. */
  public Dataset<Row> documents(SparkSession spark) {
    return rows(spark).select("article_id", "tokens", "label");
  }

  /** Writes {@link #articles} as jsonl or parquet. */
  public void write(SparkSession spark, String path, String format) {
    articles(spark).write().format(format.equals("jsonl") ? "json" : format).save(path);
  }

  private Dataset<Row> rows(SparkSession spark) {
    double[][] sums = Arrays.stream(topics()).map(PlantedCorpus::sums).toArray(double[][]::new);
    Broadcast<double[][]> urns =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(sums);
    return spark
        .range(from, to)
        .map((MapFunction<Long, Row>) id -> row(id, urns.value()), Encoders.row(ROW));
  }

  /**
   * A document: first its topics, then its length, then its words, of which a few are the title.
   */
  private Row row(long id, double[][] urns) {
    RandomGenerator random = random(seed, id);
    double[] mixture = dirichlet(random, active.stream().mapToDouble(topic -> alpha).toArray());
    double[] mixtureSums = sums(mixture);
    double words = MEDIAN_WORDS * StrictMath.exp(SPREAD * random.nextGaussian());
    List<String> tokens =
        Stream.generate(() -> word(draw(random, urns[active.get(draw(random, mixtureSums))])))
            .limit((long) Math.max(LEAST_WORDS, words))
            .toList();
    int main = range(0, mixture.length).boxed().max(comparingDouble(t -> mixture[t])).get();
    return RowFactory.create(
        "%012d".formatted(id),
        String.join(" ", tokens.subList(0, TITLE_WORDS)),
        FIRST_DAY.plusDays(id % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE),
        "https://source-%d.example/%d".formatted(1 + random.nextInt(SOURCES), id),
        String.join(" ", tokens.subList(TITLE_WORDS, tokens.size())),
        tokens.toArray(new String[0]),
        active.get(main));
  }

  private static String word(int v) {
    long code = v * STRIDE % WORDS;
    return syllable(code / SYLLABLES / SYLLABLES)
        + syllable(code / SYLLABLES % SYLLABLES)
        + syllable(code % SYLLABLES);
  }

  private static String syllable(long code) {
    int c = (int) code / VOWELS.length();
    int v = (int) code % VOWELS.length();
    return CONSONANTS.substring(c, c + 1) + VOWELS.charAt(v);
  }

  /** Neighbouring numbers get streams that are far apart (the finalizer of SplitMix64). */
  private static RandomGenerator random(long seed, long number) {
    long z = seed * 0x9e3779b97f4a7c15L + number;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    var random = new JDKRandomGenerator();
    random.setSeed(z ^ (z >>> 31));
    return random;
  }

  private static double[] dirichlet(RandomGenerator random, double[] prior) {
    double[] weights =
        Arrays.stream(prior).map(a -> new GammaDistribution(random, a, 1).sample()).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double[] sums(double[] probabilities) {
    double[] sums = probabilities.clone();
    Arrays.parallelPrefix(sums, Double::sum);
    return sums;
  }

  private static int draw(RandomGenerator random, double[] sums) {
    int found = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(found < 0 ? -1 - found : found + 1, sums.length - 1);
  }
}
