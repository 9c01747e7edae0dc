package dev.broadsheet.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses the number of topics by quality. From many topics to few, it {@linkplain Redundancy
 * leaves out} those that are missed least, improves the others a little, and looks at them: one
 * path through all candidates, each beginning where the one before ended.
 *
 * <p>The score of k topics is their mean NPMI times their diversity times their mean exclusivity,
 * times ln(1 + k): the quality of a topic, and how much k of them can tell of an article. Without
 * the last factor few broad topics always win on real news, as they are easily coherent. Of the
 * candidates within {@value #CLOSE} of the best score the one with the most topics is chosen.
 * Perplexity is not looked at: it rises with k for ever.
 *
 * <p>All of it happens on a bounded sample of documents, chosen by a hash of their contents, and
 * costs less than five fits of the chosen number.
 */
public final class TopicSelection {
  private static final long DOCUMENTS = 10_000;
  private static final int PASSES = 5;
  private static final double TOLERANCE = 1e-3;
  private static final double RATIO = 1.25;
  private static final double BELOW = 8;
  private static final double ABOVE = 2;

  /** Scores this near to the best are as good. */
  private static final double CLOSE = 0.05;

  /** A topic is born if it would be missed this much of what the median living topic would be. */
  private static final double LEAST_STRENGTH = 0.5;

  /** A topic of before with less than this part of its equal share of articles is dead. */
  private static final double LEAST_SHARE = 0.05;

  /**
   * A number of topics that was tried.
   *
   * @param npmi mean over the topics
   * @param exclusivity mean over the topics
   * @param score npmi · diversity · exclusivity · ln(1 + topics)
   */
  public record Candidate(
      int topics,
      double npmi,
      double diversity,
      double exclusivity,
      double score,
      double seconds,
      boolean chosen) {

    static Candidate of(double[][] termWeights, double[] npmi, double seconds) {
      int[][] best = TopicQuality.best(termWeights, TopicQuality.TERMS);
      double coherence = mean(npmi);
      double diversity = TopicQuality.diversity(best);
      double exclusivity = mean(TopicQuality.exclusivity(termWeights, best));
      int topics = termWeights.length;
      double score = Math.max(0, coherence) * diversity * exclusivity * StrictMath.log(1 + topics);
      return new Candidate(topics, coherence, diversity, exclusivity, score, seconds, false);
    }

    /** Topics whose number was not a matter of choice. */
    public static Candidate chosen(double[][] termWeights, double[] npmi, double seconds) {
      return of(termWeights, npmi, seconds).asChosen();
    }

    /** The same, chosen. */
    Candidate asChosen() {
      return new Candidate(topics, npmi, diversity, exclusivity, score, seconds, true);
    }
  }

  /** The candidates, by topics, and where a fit of the chosen one begins. */
  public record Choice(List<Candidate> curve, TopicEngine.Start start) {}

  private TopicSelection() {}

  /**
   * For a first run.
   *
   * @param vectors with the column features
   * @param most the largest number that suits the corpus
   */
  public static Choice afresh(Dataset<Row> vectors, int most, long seed) {
    try (DocumentMatrix x = DocumentMatrix.of(vectors.select("features"), DOCUMENTS, seed)) {
      int[] candidates = candidates(vectors.count(), Math.min(most, x.terms()));
      TopicFactor many = Nndsvd.after(x, TopicFactor.NONE, candidates[0], seed);
      List<Candidate> curve = new ArrayList<>();
      List<Hals.Fit> fits = path(x, many, candidates, 0, curve);
      int best = best(curve);
      return choice(curve, best, fits.get(best).topics());
    }
  }

  /**
   * For a run that continues another: its living topics, and as many new ones as are worth it.
   *
   * @param before k' × V: the topics of the run before over this run's vocabulary
   * @param asked how many topics there must be; 0 if that is free
   */
  public static Choice continued(
      Dataset<Row> vectors, double[][] before, int asked, int most, long seed) {
    try (DocumentMatrix x = DocumentMatrix.of(vectors.select("features"), DOCUMENTS, seed)) {
      TopicFactor living = living(x, TopicFactor.ofRows(before));
      if (living.k() == 0) {
        return asked > 0
            ? new Choice(List.of(), TopicEngine.Start.afresh(asked))
            : afresh(vectors, most, seed);
      }
      if (asked > 0) {
        TopicFactor given = strongest(x, living, asked);
        return new Choice(List.of(), new TopicEngine.Start(asked, given.rows()));
      }
      int limit = Math.max(living.k(), Math.min(most, x.terms()));
      int spare = Math.min(limit - living.k(), Math.max(2, living.k() / 10));
      int[] candidates = new int[spare + 1];
      for (int i = 0; i <= spare; i++) {
        candidates[i] = living.k() + spare - i;
      }
      TopicFactor many = Nndsvd.after(x, living, candidates[0], seed);
      List<Candidate> curve = new ArrayList<>();
      List<Hals.Fit> fits = path(x, many, candidates, living.k(), curve);
      int chosen = spare - newborn(x, fits.get(0), living.k());
      return choice(curve, chosen, fits.get(chosen).topics());
    }
  }

  /** How many of the topics after the living ones would be missed about as much as these. */
  private static int newborn(DocumentMatrix x, Hals.Fit fit, int living) {
    double[] strength = Redundancy.strength(x, fit.topics(), fit.energy());
    double[] ofLiving = Arrays.copyOf(strength, living);
    Arrays.sort(ofLiving);
    double median = ofLiving[living / 2];
    return (int)
        Arrays.stream(strength, living, strength.length)
            .filter(s -> s >= LEAST_STRENGTH * median)
            .count();
  }

  private static TopicFactor strongest(DocumentMatrix x, TopicFactor topics, int k) {
    return topics.k() <= k
        ? topics
        : Redundancy.reduced(x, topics, x.normalEquations(topics).energy(), k, 0);
  }

  private static TopicFactor living(DocumentMatrix x, TopicFactor before) {
    long[] articles = x.normalEquations(before).articles();
    double least = Math.max(2, LEAST_SHARE * x.documents() / before.k());
    int[] living = new int[before.k()];
    int n = 0;
    for (int j = 0; j < before.k(); j++) {
      if (articles[j] >= least) {
        living[n++] = j;
      }
    }
    return before.only(Arrays.copyOf(living, n));
  }

  /** Falling, some 13 of them: the rule of thumb divided by 8 up to twice that rule. */
  static int[] candidates(long documents, int most) {
    double rule = TopicCount.ruleOfThumb(documents);
    var candidates = new TreeSet<Integer>(Comparator.reverseOrder());
    for (double k = rule / BELOW; k <= rule * ABOVE; k *= RATIO) {
      candidates.add((int) Math.max(Math.min(2, most), Math.min(most, Math.round(k))));
    }
    return candidates.stream().mapToInt(Integer::intValue).toArray();
  }

  private static List<Hals.Fit> path(
      DocumentMatrix x, TopicFactor many, int[] candidates, int given, List<Candidate> curve) {
    List<Hals.Fit> path = new ArrayList<>();
    TopicFactor topics = many;
    double[] energy = {};
    for (int k : candidates) {
      long start = System.nanoTime();
      if (k < topics.k()) {
        topics = Redundancy.reduced(x, topics, energy, k, given);
      }
      Hals.Fit fit = Hals.fit(x, topics, PASSES, TOLERANCE);
      path.add(fit);
      topics = fit.topics();
      energy = fit.energy();
      double[][] rows = topics.rows();
      double[] npmi = TopicQuality.npmi(x, TopicQuality.best(rows, TopicQuality.TERMS));
      curve.add(Candidate.of(rows, npmi, (System.nanoTime() - start) / 1e9));
    }
    return path;
  }

  /** The first that is good enough, as candidates fall. */
  private static int best(List<Candidate> curve) {
    double best = curve.stream().mapToDouble(Candidate::score).max().orElse(0);
    int first = 0;
    while (curve.get(first).score() < (1 - CLOSE) * best) {
      first++;
    }
    return first;
  }

  private static Choice choice(List<Candidate> curve, int chosen, TopicFactor topics) {
    List<Candidate> marked = new ArrayList<>(curve);
    marked.set(chosen, curve.get(chosen).asChosen());
    marked.sort(Comparator.comparingInt(Candidate::topics));
    return new Choice(marked, new TopicEngine.Start(topics.k(), topics.rows()));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }
}
