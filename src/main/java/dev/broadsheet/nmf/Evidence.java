package dev.broadsheet.nmf;

import org.apache.commons.math3.special.Gamma;

/**
 * How much a number of topics is worth: the marginal likelihood of what is in the documents, if
 * each has one topic and each topic a distribution over terms with Jeffreys' prior, a Dirichlet of
 * ½ for every term. Unlike a likelihood it does not rise for ever with the number of topics,
 * because each has its terms to learn: few and short documents pay for few topics.
 *
 * <p>A term counts once for a document. What one document repeats is no evidence (Madsen, Kauchak
 * and Elkan 2005, on burstiness).
 */
public final class Evidence {
  private static final double PRIOR = 0.5;

  private Evidence() {}

  /**
   * What topics gain over having one, in nats for each term of a document.
   *
   * @param frequencies in how many documents each term is, by their main topic: V × k
   * @param documents how many have each topic as their main one
   */
  static double gain(long[] frequencies, long[] documents) {
    int k = documents.length;
    int terms = frequencies.length / k;
    long[] all = new long[terms];
    long n = 0;
    long tokens = 0;
    // Which topic a document has: every division of n documents among k topics is as likely.
    double several = Gamma.logGamma(k);
    for (int j = 0; j < k; j++) {
      several += logEvidence(frequencies, j, k);
      several += Gamma.logGamma(1.0 + documents[j]);
      n += documents[j];
    }
    several -= Gamma.logGamma((double) k + n);
    for (int i = 0; i < frequencies.length; i++) {
      all[i / k] += frequencies[i];
      tokens += frequencies[i];
    }
    return tokens == 0 ? 0 : (several - logEvidence(all, 0, 1)) / tokens;
  }

  private static double logEvidence(long[] frequencies, int j, int k) {
    int terms = frequencies.length / k;
    double nothing = Gamma.logGamma(PRIOR);
    double sum = 0;
    long total = 0;
    for (int v = 0; v < terms; v++) {
      long frequency = frequencies[v * k + j];
      if (frequency > 0) {
        sum += Gamma.logGamma(PRIOR + frequency) - nothing;
        total += frequency;
      }
    }
    return sum + Gamma.logGamma(PRIOR * terms) - Gamma.logGamma(PRIOR * terms + total);
  }
}
