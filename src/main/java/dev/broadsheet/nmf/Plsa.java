package dev.broadsheet.nmf;

import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Probabilistic latent semantic analysis (Hofmann 1999) that begins where a factorization ended:
 * the factorization finds topics, and the counts have the last word on who belongs where. A
 * factorization of few topics takes what is strongest, not what the documents fall into; of more
 * topics than wanted it finds these too, and those are {@linkplain InformationBottleneck joined} on
 * the way, a few at a time with a pass of expectation maximisation after each step.
 *
 * <p>A pass keeps nothing of a document but its weights for the factorization. From these and
 * p(term | topic) its topics are found anew by {@link DocumentTopics}; so a document has none but
 * topics that the factorization gave it.
 */
public final class Plsa implements AutoCloseable {
  /** Each step leaves this part of the topics. */
  private static final double STEP = 0.75;

  /** Passes after the last step, that of the fit among them; more change next to nothing. */
  private static final int LAST = 3;

  /** The prior of what is told of topics, as usual in LDA (Griffiths and Steyvers 2004). */
  private static final double DESCRIBING = 0.01;

  private static final double TOLERANCE = 1e-4;
  private static final int SWEEPS = 100;

  /**
   * What was found.
   *
   * @param topics H, k × V: the regression of the documents' values on their topics
   * @param probabilities p(term | topic), V × k, which says what is in a topic's documents
   * @param judging the same, by which documents are {@linkplain DocumentTopics folded in}
   * @param frequencies in how many documents of a topic each term is, V × k: a document counts by
   *     its share of the topic
   * @param sizes how many documents a topic has, counted in the same way
   */
  public record Fit(
      TopicFactor topics,
      double[] probabilities,
      double[] judging,
      double[] frequencies,
      double[] sizes) {}

  /**
   * What a pass adds up.
   *
   * @param counts expected counts of terms in topics, V × k
   * @param frequencies expected documents of a topic with a term, V × k
   */
  private record Sums(double[] counts, double[] frequencies) {}

  /** What else a pass adds up, in which so much is known. */
  private interface Others extends Serializable {
    TopicSums of(TopicProbabilities known);
  }

  private static final Others NONE = known -> TopicSums.NONE;

  private final DocumentSizes sizes;
  private final DocumentBlocks documents;
  private TopicProbabilities state;
  private Sums sums;

  /**
   * Begins with all topics of a factorization, in two passes.
   *
   * @param x values and counts
   * @param found topics of the values
   */
  public Plsa(DocumentMatrix x, TopicFactor found) {
    sizes = x.sizes();
    documents = x.weighed(found);
    state = TopicProbabilities.unknown(found);
    pass(NONE);
    improve();
  }

  /**
   * Finds k topics, or as many as are apart where these are more.
   *
   * @param x values and counts
   * @param found the topics of a factorization of the values, at least k
   * @param apart so many of the first of these are not joined with each other
   */
  public static Plsa of(DocumentMatrix x, TopicFactor found, int k, int apart) {
    var topics = new Plsa(x, found);
    int fewest = Math.max(k, apart);
    while (topics.k() > fewest) {
      topics.join(Math.max(fewest, (int) (STEP * topics.k())), apart);
    }
    // One is that after the last step, and one that of the fit.
    for (int pass = 2; pass < LAST; pass++) {
      topics.improve();
    }
    return topics;
  }

  /** How many topics there are. */
  public int k() {
    return state.k();
  }

  /** p(term | topic), V × k. */
  public double[] probabilities() {
    return TopicProbabilities.probabilities(sums.counts(), k(), DESCRIBING);
  }

  /** In how many documents of a topic each term is, by their shares of it: V × k. */
  public double[] frequencies() {
    return sums.frequencies();
  }

  /** A step of expectation maximisation. */
  public void improve() {
    improve(NONE);
  }

  /** The same, in which documents are counted by their main topics too. */
  public Judgement judge() {
    FixedPoint shares = sizes.ofShares();
    long[][] found = improve(known -> new MainTopics(known.terms(), known.k(), shares));
    return new Judgement(found[0], found[1], found[2], shares);
  }

  /**
   * Joins topics until k are left, and passes over the documents once with these.
   *
   * @param apart so many of the first topics are not joined with each other
   * @return for each topic the one that it is in now
   */
  public int[] join(int k, int apart) {
    double[][] rows = TopicFactor.rows(state.k(), sums.frequencies());
    int[] into = InformationBottleneck.joined(rows, k, apart);
    state = state.joined(into, sums.frequencies());
    pass(NONE);
    return into;
  }

  private long[][] improve(Others others) {
    state = state.with(sums.counts());
    return pass(others);
  }

  /** What the others add up. */
  private long[][] pass(Others others) {
    FixedPoint tokens = sizes.ofTokens();
    FixedPoint shares = sizes.ofShares();
    long[][] found =
        documents.sum(
            state,
            (blocks, known) -> {
              var expected = new ExpectedCounts(known.terms(), known.k(), tokens, shares);
              TopicSums beside = others.of(known);
              known.forEach(
                  blocks,
                  (block, d, topics) -> {
                    expected.add(block, d, topics);
                    beside.add(block, d, topics);
                  });
              return Stream.of(expected.sums(), beside.sums())
                  .flatMap(Arrays::stream)
                  .toArray(long[][]::new);
            });
    sums = new Sums(tokens.values(found[0]), shares.values(found[1]));
    return Arrays.copyOfRange(found, 2, found.length);
  }

  /**
   * A last step of expectation maximisation, in whose pass H ≥ 0 is found that minimises Σ ‖x −
   * ‖x‖θH‖² over documents of values x and topics θ.
   */
  public Fit fit() {
    FixedPoint squares = sizes.ofSquares();
    FixedPoint shares = sizes.ofShares();
    long[][] found =
        improve(known -> new TopicRegression(known.terms(), known.k(), squares, shares));
    double[] byTerm = new double[found[1].length];
    new NonnegativeLeastSquares(squares.values(found[0]), k(), TOLERANCE, SWEEPS)
        .solveRows(byTerm, squares.values(found[1]));
    return new Fit(
        TopicFactor.of(k(), byTerm),
        probabilities(),
        state.byTerm(),
        frequencies(),
        shares.values(found[2]));
  }

  @Override
  public void close() {
    documents.close();
  }
}
