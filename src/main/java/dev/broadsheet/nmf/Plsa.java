package dev.broadsheet.nmf;

import java.util.Arrays;
import java.util.Iterator;
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

  /** Passes after the last step; more change next to nothing. */
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
   * How good so many topics are.
   *
   * @param gain over one topic, in nats for each term of a document: their {@linkplain Evidence
   *     evidence}, if each document has its main topic only
   * @param certainty how much of a document is of its main topic, the mean, 0 to 1; 0 where none
   *     has a topic
   */
  public record Judgement(double gain, double certainty) {}

  /**
   * What a pass adds up.
   *
   * @param counts expected counts of terms in topics, V × k
   * @param frequencies expected documents of a topic with a term, V × k
   */
  private record Sums(double[] counts, double[] frequencies) {}

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
    pass(false);
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
    for (int pass = 1; pass < LAST; pass++) {
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
    state = state.with(sums.counts());
    pass(false);
  }

  /** The same, in which documents are counted by their main topics too. */
  public Judgement judge() {
    state = state.with(sums.counts());
    long[][] found = pass(true);
    long judged = Arrays.stream(found[3]).sum();
    double shares = sizes.ofShares().value(found[4][0]);
    return new Judgement(Evidence.gain(found[2], found[3]), judged == 0 ? 0 : shares / judged);
  }

  /**
   * Joins topics until k are left, and passes over the documents once with these.
   *
   * @param apart so many of the first topics are not joined with each other
   */
  public void join(int k, int apart) {
    double[][] rows = TopicFactor.rows(state.k(), sums.frequencies());
    state = state.joined(InformationBottleneck.joined(rows, k, apart), sums.frequencies());
    pass(false);
  }

  private long[][] pass(boolean judged) {
    FixedPoint tokens = sizes.ofTokens();
    FixedPoint shares = sizes.ofShares();
    long[][] found =
        documents.sum(
            state,
            (blocks, known) -> {
              var expected = new ExpectedCounts(known.terms(), known.k(), tokens, shares);
              var main = new MainTopics(judged ? known.terms() : 0, known.k(), shares);
              known.forEach(
                  blocks,
                  (block, d, topics) -> {
                    expected.add(block, d, topics);
                    if (judged) {
                      main.add(block, d, topics);
                    }
                  });
              return both(expected.sums(), main.sums());
            });
    sums = new Sums(tokens.values(found[0]), shares.values(found[1]));
    return found;
  }

  private static long[][] both(long[][] some, long[][] others) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(others)).toArray(long[][]::new);
  }

  /** H ≥ 0 that minimises Σ ‖x − ‖x‖θH‖² over documents of values x and topics θ. */
  public Fit fit() {
    FixedPoint squares = sizes.ofSquares();
    FixedPoint shares = sizes.ofShares();
    long[][] sums =
        documents.sum(state, (blocks, known) -> regression(blocks, known, squares, shares));
    int k = state.k();
    double[] byTerm = new double[sums[1].length];
    new NonnegativeLeastSquares(squares.values(sums[0]), k, TOLERANCE, SWEEPS)
        .solveRows(byTerm, squares.values(sums[1]));
    return new Fit(
        TopicFactor.of(k, byTerm),
        probabilities(),
        state.byTerm(),
        shares.values(sums[2]),
        shares.values(sums[3]));
  }

  private static long[][] regression(
      Iterator<DocumentBlock> blocks,
      TopicProbabilities state,
      FixedPoint squares,
      FixedPoint shares) {
    int k = state.k();
    int terms = state.terms();
    long[] gram = new long[k * k];
    long[] cross = new long[terms * k];
    long[] frequencies = new long[terms * k];
    long[] sizes = new long[k];
    state.forEach(
        blocks,
        (block, d, topics) -> {
          double square = block.squaredNorm(d);
          double length = Math.sqrt(square);
          double[] theta = topics.shares();
          int[] places = topics.topics();
          for (int a = 0; a < topics.active(); a++) {
            sizes[places[a]] += shares.units(theta[a]);
            for (int b = 0; b < topics.active(); b++) {
              gram[places[a] * k + places[b]] += squares.units(square * theta[a] * theta[b]);
            }
          }
          for (int a = 0; a < topics.active(); a++) {
            long share = shares.units(theta[a]);
            for (int i = block.starts()[d]; i < block.starts()[d + 1]; i++) {
              int at = block.terms()[i] * k + places[a];
              cross[at] += squares.units(length * block.values()[i] * theta[a]);
              frequencies[at] += share;
            }
          }
        });
    return new long[][] {gram, cross, frequencies, sizes};
  }

  @Override
  public void close() {
    documents.close();
  }
}
