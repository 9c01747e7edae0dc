package dev.broadsheet.topics;

import dev.broadsheet.nmf.DocumentMatrix;
import dev.broadsheet.nmf.DocumentPart;
import dev.broadsheet.nmf.Evidence;
import dev.broadsheet.nmf.Judgement;
import dev.broadsheet.nmf.Nndsvd;
import dev.broadsheet.nmf.TopicFactor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Chooses the number of topics by how well they part the documents. From many topics to few a
 * {@linkplain CandidatePath path} leads through all candidates.
 *
 * <p>What a number of topics {@linkplain Evidence gains} over one, if every document is of its main
 * topic only, counts by the cube of that topic's {@linkplain Judgement#certainty mean share} of the
 * documents: as the integrated completed likelihood of Biernacki, Celeux and Govaert (2000) does,
 * it takes off what is uncertain of who belongs where. Where a subject is cut in parts evidence
 * still rises, but documents are of several of these. On 28 labelled corpora, most of them parts of
 * four, the chosen number has .91 of the best agreement with the labels on average and .66 at
 * worst; by evidence alone, within 3 % of the best, .89 and .52.
 *
 * <p>Of the candidates that are within {@value #CLOSE} of the best the one with the fewest topics
 * is chosen, as Breiman, Friedman, Olshen and Stone (1984) choose the smallest tree that is about
 * as good as the best: along a flat top a few articles more or less move the best, but not where
 * the top begins. But no more than a few documents may be {@linkplain Judgement#mixed mixed} with a
 * subject that they have nothing in common with: where one subject is most of the corpus, each
 * topic more cuts it in one more part, which costs more than small subjects that come apart give.
 * Coherence, diversity and exclusivity are told of each candidate, but do not decide: they reward
 * topics of one document, and few topics of anything. Perplexity is not looked at: it falls for
 * ever.
 *
 * <p>All of it happens on {@value #DOCUMENTS} documents at most, chosen by a hash of their
 * contents. Fewer would pay for fewer topics: of 19,000 newswire articles, for 8, and of half of
 * them for 6.
 */
public final class TopicSelection {
  static final long DOCUMENTS = 20_000;
  private static final double RATIO = 1.25;
  private static final double ABOVE = 2;

  /** Up to here one topic more or less is a matter of a whole subject: every number is tried. */
  private static final int EACH = 10;

  /** Scores this near to the best are as good. */
  private static final double CLOSE = 0.02;

  /** The power of certainty; from 2 to 4 little changes. */
  private static final double CERTAINTY = 3;

  /** No larger part of the documents is mixed with others for the sake of a large subject. */
  private static final double MOST_MIXED = 0.025;

  /** A topic of before with less than this part of its equal share of articles is dead. */
  private static final double LEAST_SHARE = 0.05;

  /** The candidates, by topics, and where a fit of the chosen one begins. */
  public record Choice(List<Candidate> curve, TopicEngine.Start start) {}

  private TopicSelection() {}

  /**
   * For a first run.
   *
   * @param vectors with the columns features and counts
   * @param most the largest number that suits the corpus
   */
  public static Choice afresh(Dataset<Row> vectors, int most, long seed) {
    try (DocumentMatrix x = matrix(vectors, seed)) {
      int[] candidates = candidates(vectors.count(), Math.min(most, x.terms()));
      TopicFactor many = Nndsvd.after(x, TopicFactor.NONE, candidates[0], Nndsvd.SETTLED, seed);
      List<Candidate> curve = new ArrayList<>();
      CandidatePath.of(x, many, candidates, 0, curve);
      int fewest = fewest(curve);
      return new Choice(
          marked(curve, fewest), TopicEngine.Start.afresh(curve.get(fewest).topics()));
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
    try (DocumentMatrix x = matrix(vectors, seed)) {
      TopicFactor living = living(x, TopicFactor.ofRows(before));
      if (living.k() == 0) {
        return asked > 0
            ? new Choice(List.of(), TopicEngine.Start.afresh(asked))
            : afresh(vectors, most, seed);
      }
      if (asked > 0) {
        TopicFactor given = largest(x, living, asked);
        return new Choice(List.of(), new TopicEngine.Start(asked, given.rows()));
      }
      int spare = spare(living.k(), Math.min(most, x.terms()));
      int[] candidates = new int[spare + 1];
      for (int i = 0; i <= spare; i++) {
        candidates[i] = living.k() + spare - i;
      }
      TopicFactor many = Nndsvd.after(x, living, candidates[0], Nndsvd.SETTLED, seed);
      List<Candidate> curve = new ArrayList<>();
      double[][] given = CandidatePath.of(x, many, candidates, living.k(), curve).rows();
      return new Choice(marked(curve, best(curve)), new TopicEngine.Start(given.length, given));
    }
  }

  /** A loss is no smaller where documents are of several topics. */
  static double score(double gain, double certainty) {
    return gain > 0 ? gain * StrictMath.pow(certainty, CERTAINTY) : gain;
  }

  /** How many new topics are tried beside living ones. */
  static int spare(int living, int most) {
    return Math.min(Math.max(0, most - living), Math.max(2, living / 10));
  }

  private static DocumentMatrix matrix(Dataset<Row> vectors, long seed) {
    return DocumentMatrix.of(TrainingDocuments.rows(vectors), DocumentPart.most(DOCUMENTS), seed);
  }

  private static TopicFactor largest(DocumentMatrix x, TopicFactor topics, int k) {
    if (topics.k() <= k) {
      return topics;
    }
    long[] articles = x.normalEquations(topics).articles();
    return topics.only(
        IntStream.range(0, topics.k())
            .boxed()
            .sorted(Comparator.comparingLong((Integer j) -> -articles[j]))
            .limit(k)
            .mapToInt(Integer::intValue)
            .sorted()
            .toArray());
  }

  private static TopicFactor living(DocumentMatrix x, TopicFactor before) {
    long[] articles = x.normalEquations(before).articles();
    double least = Math.max(2, LEAST_SHARE * x.documents() / before.k());
    return before.only(IntStream.range(0, before.k()).filter(j -> articles[j] >= least).toArray());
  }

  /** Falling, from twice the rule of thumb to two. */
  static int[] candidates(long documents, int most) {
    var candidates = new TreeSet<Integer>(Comparator.reverseOrder());
    double largest = ABOVE * TopicCount.ruleOfThumb(documents);
    for (double k = largest; k > EACH; k /= RATIO) {
      candidates.add((int) Math.min(most, Math.round(k)));
    }
    for (int k = 2; k <= Math.max(2, Math.min(EACH, Math.round(largest))); k++) {
      candidates.add(Math.min(most, k));
    }
    return candidates.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The first of the best, as candidates fall. */
  private static int best(List<Candidate> curve) {
    return IntStream.range(0, curve.size())
        .boxed()
        .max(
            Comparator.comparingDouble((Integer i) -> (float) curve.get(i).score())
                .thenComparing(Comparator.reverseOrder()))
        .orElseThrow();
  }

  /**
   * The last, as candidates fall, of those that are about as good as the best; or, where too many
   * documents are mixed with others there, the last before it where they are not.
   */
  private static int fewest(List<Candidate> curve) {
    double best = curve.get(best(curve)).score();
    int fewest =
        IntStream.range(0, curve.size())
            .filter(i -> (float) curve.get(i).score() >= (float) (best - CLOSE * Math.abs(best)))
            .max()
            .orElseThrow();
    return IntStream.rangeClosed(0, fewest)
        .filter(i -> curve.get(i).mixed() <= MOST_MIXED)
        .max()
        .orElse(fewest);
  }

  private static List<Candidate> marked(List<Candidate> curve, int chosen) {
    List<Candidate> marked = new ArrayList<>(curve);
    marked.set(chosen, curve.get(chosen).asChosen());
    marked.sort(Comparator.comparingInt(Candidate::topics));
    return marked;
  }
}
