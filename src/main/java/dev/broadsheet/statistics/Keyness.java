package dev.broadsheet.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How much more often one of two sets of articles uses a term than the other: the log-odds ratio
 * with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, eqs. 15, 19 and 22), on
 * document frequency.
 *
 * <p>The odds of a term in a set are those of an article to have it. The prior is the term's rate
 * in the whole corpus, worth as many articles as the smaller set has: heavy enough that one article
 * with a word nobody else has is no finding, light enough that fifty are. The variance keeps the
 * part of the articles without the term, which matters where most of them have it. Under equal
 * rates z is narrower than a standard normal deviate, so q errs on the safe side.
 */
public final class Keyness {
  /** A set of articles: how many there are, and how many have each term. */
  public record Side(long articles, long[] frequency) {}

  /**
   * A term of a comparison.
   *
   * @param logOdds above 0 where the first set has it more often
   * @param q false discovery rate (Benjamini and Hochberg 1995) among all scored terms of the
   *     comparison
   */
  public record Score(int term, double logOdds, double z, double q) {}

  private Keyness() {}

  /**
   * Scores those of some terms that are in an article of either set, but not in all of the corpus;
   * those of the largest z to either side first, and of equals the first of the vocabulary.
   *
   * @param corpus the articles that both sets are of
   * @param terms those to score
   */
  public static List<Score> of(Side a, Side b, Side corpus, int[] terms) {
    List<Score> surest =
        Arrays.stream(terms)
            .filter(term -> corpus.frequency()[term] < corpus.articles())
            .filter(term -> a.frequency()[term] + b.frequency()[term] > 0)
            .mapToObj(term -> score(term, a, b, corpus))
            .sorted(Comparator.comparingDouble((Score s) -> -Math.abs(s.z())))
            .toList();
    Score[] judged = new Score[surest.size()];
    double q = 1;
    for (int i = judged.length - 1; i >= 0; i--) {
      Score score = surest.get(i);
      double p = 2 * StandardNormal.above(Math.abs(score.z()));
      q = Math.min(q, p * judged.length / (i + 1));
      judged[i] = new Score(score.term(), score.logOdds(), score.z(), q);
    }
    return List.of(judged);
  }

  private static Score score(int term, Side a, Side b, Side corpus) {
    double weight = Math.min(a.articles(), b.articles());
    double with = weight * corpus.frequency()[term] / corpus.articles();
    double without = weight - with;
    double withA = a.frequency()[term] + with;
    double withB = b.frequency()[term] + with;
    double withoutA = a.articles() - a.frequency()[term] + without;
    double withoutB = b.articles() - b.frequency()[term] + without;
    double logOdds = StrictMath.log(withA / withoutA) - StrictMath.log(withB / withoutB);
    double variance = 1 / withA + 1 / withoutA + 1 / withB + 1 / withoutB;
    return new Score(term, logOdds, logOdds / Math.sqrt(variance), 1);
  }
}
