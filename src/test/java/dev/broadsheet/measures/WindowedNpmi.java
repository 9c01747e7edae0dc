package dev.broadsheet.measures;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/**
 * Whether the best terms of a topic stand near each other: the mean NPMI of their pairs over
 * windows of {@value #WINDOW} tokens that slide by one token, where a term is in a window or is
 * not, and a text of no more tokens is one window. This is C_NPMI of Röder, Both and Hinneburg
 * (2015), with their epsilon for pairs that never meet; all windows count.
 */
public final class WindowedNpmi {
  private static final int WINDOW = 10;
  private static final double EPSILON = 1e-12;

  private WindowedNpmi() {}

  /**
   * The coherence of each topic, −1 to 1; 0 for a topic of less than two terms.
   *
   * @param texts the tokens of each document, in the order of the text: places in the vocabulary,
   *     or −1 for a token that is not in it
   * @param best the best terms of each topic
   */
  public static double[] of(int[][] texts, int[][] best) {
    Map<Integer, Integer> places = new HashMap<>();
    Arrays.stream(best)
        .flatMapToInt(Arrays::stream)
        .forEach(term -> places.putIfAbsent(term, places.size()));
    int[][] topics =
        Arrays.stream(best)
            .map(terms -> Arrays.stream(terms).map(places::get).toArray())
            .toArray(int[][]::new);
    var counts = new Counts(topics, places.size());
    Arrays.stream(texts).parallel().forEach(text -> counts.add(text, places));
    double windows = Arrays.stream(texts).mapToLong(WindowedNpmi::windows).sum();
    return IntStream.range(0, best.length).mapToDouble(t -> counts.npmi(t, windows)).toArray();
  }

  private static int windows(int[] text) {
    return text.length == 0 ? 0 : Math.max(1, text.length - WINDOW + 1);
  }

  /** In how many windows each term is, and each pair of terms of one topic. */
  private static final class Counts {
    private final int[][] topics;
    private final AtomicLongArray single;
    private final AtomicLongArray[] pairs;

    Counts(int[][] topics, int terms) {
      this.topics = topics;
      single = new AtomicLongArray(terms);
      pairs =
          Arrays.stream(topics)
              .map(terms1 -> new AtomicLongArray(terms1.length * terms1.length))
              .toArray(AtomicLongArray[]::new);
    }

    void add(int[] text, Map<Integer, Integer> places) {
      Map<Integer, BitSet> windows = new HashMap<>();
      int all = windows(text);
      for (int i = 0; i < text.length; i++) {
        Integer place = places.get(text[i]);
        if (place != null) {
          windows
              .computeIfAbsent(place, p -> new BitSet(all))
              .set(Math.max(0, i - WINDOW + 1), Math.min(all, i + 1));
        }
      }
      windows.forEach((place, of) -> single.addAndGet(place, of.cardinality()));
      for (int t = 0; t < topics.length && windows.size() > 1; t++) {
        addPairs(t, windows);
      }
    }

    private void addPairs(int topic, Map<Integer, BitSet> windows) {
      int[] terms = topics[topic];
      int[] present =
          IntStream.range(0, terms.length).filter(i -> windows.containsKey(terms[i])).toArray();
      for (int a : present) {
        for (int b : present) {
          if (b < a) {
            BitSet both = (BitSet) windows.get(terms[a]).clone();
            both.and(windows.get(terms[b]));
            pairs[topic].addAndGet(a * terms.length + b, both.cardinality());
          }
        }
      }
    }

    double npmi(int topic, double windows) {
      int[] terms = topics[topic];
      double sum = 0;
      for (int a = 0; a < terms.length; a++) {
        for (int b = 0; b < a; b++) {
          double both = pairs[topic].get(a * terms.length + b) / windows + EPSILON;
          double apart = single.get(terms[a]) / windows * (single.get(terms[b]) / windows);
          sum += both >= 1 ? 1 : Math.log(both / apart) / -Math.log(both);
        }
      }
      return terms.length < 2 ? 0 : sum / (terms.length * (terms.length - 1) / 2.0);
    }
  }
}
