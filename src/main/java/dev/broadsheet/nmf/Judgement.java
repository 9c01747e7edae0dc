package dev.broadsheet.nmf;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How good a number of topics is, by the documents that have each as their main one. */
public final class Judgement {
  /** Documents of which so much is of their main topic have nothing of the others. */
  private static final double ALL_BUT_CERTAIN = 0.98;

  private final long[] frequencies;
  private final long[] documents;
  private final long[] shares;
  private final FixedPoint units;

  /**
   * Of k topics.
   *
   * @param frequencies in how many documents each term is, by their main topic: V × k
   * @param documents how many have each topic as their main one
   * @param shares the sum of these documents' shares of it, in units
   */
  Judgement(long[] frequencies, long[] documents, long[] shares, FixedPoint units) {
    this.frequencies = frequencies;
    this.documents = documents;
    this.shares = shares;
    this.units = units;
  }

  /**
   * What the topics gain over one, in nats for each term of a document: their {@linkplain Evidence
   * evidence}, if each document has its main topic only.
   */
  public double gain() {
    return Evidence.gain(frequencies, documents);
  }

  /** How much of a document is of its main topic, the mean, 0 to 1; 0 where none has a topic. */
  public double certainty() {
    long all = Arrays.stream(documents).sum();
    return all == 0 ? 0 : units.value(Arrays.stream(shares).sum()) / all;
  }

  /** What part of the documents has one of these topics as its main one; 0 where none has any. */
  public double part(boolean[] topics) {
    long all = Arrays.stream(documents).sum();
    long some =
        IntStream.range(0, topics.length).filter(j -> topics[j]).mapToLong(j -> documents[j]).sum();
    return all == 0 ? 0 : (double) some / all;
  }

  /**
   * Which topics would be mixtures, if these were joined: those that are made of topics which have
   * nothing in common, because their documents are all but certain which of them they are of, and
   * gain by it; and those with a mixture in them.
   *
   * @param into for each topic the one that it would be in
   * @param mixtures which topics are mixtures already
   */
  public boolean[] mixtures(int[] into, boolean[] mixtures) {
    boolean[] joined = new boolean[Arrays.stream(into).max().orElse(-1) + 1];
    for (int topic = 0; topic < joined.length; topic++) {
      int all = topic;
      int[] parts = IntStream.range(0, into.length).filter(j -> into[j] == all).toArray();
      joined[topic] =
          Arrays.stream(parts).anyMatch(j -> mixtures[j])
              || parts.length > 1 && haveNothingInCommon(parts);
    }
    return joined;
  }

  private boolean haveNothingInCommon(int[] topics) {
    int k = documents.length;
    long[] of = Arrays.stream(topics).mapToLong(j -> documents[j]).toArray();
    double certain = units.value(Arrays.stream(topics).mapToLong(j -> shares[j]).sum());
    if (certain < ALL_BUT_CERTAIN * Arrays.stream(of).sum()) {
      return false;
    }
    long[] terms = new long[frequencies.length / k * topics.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = frequencies[i / topics.length * k + topics[i % topics.length]];
    }
    return Evidence.gain(terms, of) > 0;
  }
}
