package dev.broadsheet.nmf;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How good a number of topics is, by the documents that have each as their main one. */
public final class Judgement {
  /** Documents of which so much is of their main topic have nothing of the others. */
  private static final double ALL_BUT_CERTAIN = 0.98;

  /** Fewer documents are a story, and no subject. */
  private static final int SUBJECT = 5;

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

  /** What part of the documents that have a topic so many are; 0 where none has any. */
  public double part(long[] some) {
    long all = Arrays.stream(documents).sum();
    return all == 0 ? 0 : (double) Arrays.stream(some).sum() / all;
  }

  /**
   * How many documents of each topic would be of another subject than most of it, if topics were
   * joined: where topics have nothing in common, because the documents of each are all but certain
   * that they are of it and gain by that, all documents but those of the largest and of topics of
   * less than {@value #SUBJECT}; and what is mixed already.
   *
   * @param into for each topic the one that it would be in
   * @param mixed how many documents of each topic are of another subject already
   */
  public long[] mixed(int[] into, long[] mixed) {
    long[] joined = new long[Arrays.stream(into).max().orElse(-1) + 1];
    for (int topic = 0; topic < joined.length; topic++) {
      int all = topic;
      int[] parts = IntStream.range(0, into.length).filter(j -> into[j] == all).toArray();
      joined[topic] = IntStream.of(parts).mapToLong(j -> mixed[j]).sum();
      if (parts.length > 1 && haveNothingInCommon(parts)) {
        long[] sizes = sizes(parts);
        long largest = Arrays.stream(sizes).max().orElse(0);
        long subjects = Arrays.stream(sizes).filter(size -> size >= SUBJECT).sum();
        joined[topic] += Math.max(0, subjects - largest);
      }
    }
    return joined;
  }

  private boolean haveNothingInCommon(int[] topics) {
    int k = documents.length;
    if (!IntStream.of(topics)
        .allMatch(j -> units.value(shares[j]) >= ALL_BUT_CERTAIN * documents[j])) {
      return false;
    }
    long[] terms = new long[frequencies.length / k * topics.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = frequencies[i / topics.length * k + topics[i % topics.length]];
    }
    return Evidence.gain(terms, sizes(topics)) > 0;
  }

  private long[] sizes(int[] topics) {
    return IntStream.of(topics).mapToLong(j -> documents[j]).toArray();
  }
}
