package dev.broadsheet.topics;

import dev.broadsheet.text.TokenBlock;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple2;

/** How often a stem is in documents, and how it is written there. */
final class StemCounts implements Serializable {
  private static final long serialVersionUID = 1;

  /**
   * In a surface form it says that a capital, or its absence, means nothing there, so that nobody
   * knows how the word is written: a term is shown so only if it has no other form.
   */
  private static final String UNSURE = "\u0001";

  /** In front of a surface form it says that the word was alone in brackets. */
  private static final String IN_BRACKETS = "\u0002";

  /** A word that is alone in brackets so often is a code, as in lists of results: "(AUT)". */
  private static final double CODE = 0.9;

  private long documents;
  private String[] ways = {};
  private long[] occurrences = {};

  /** Counts the stems of a block of texts. */
  static Iterator<Tuple2<String, StemCounts>> of(TokenBlock block) {
    StemCounts[] counts = new StemCounts[block.words().length];
    Arrays.setAll(counts, word -> new StemCounts());
    int[] last = new int[counts.length];
    long[] occurrences = new long[block.forms()];
    for (int d = 0; d < block.documents(); d++) {
      for (int t = block.start(d); t < block.end(d); t++) {
        int word = block.word(t);
        counts[word].documents += last[word] == d + 1 ? 0 : 1;
        last[word] = d + 1;
        occurrences[block.form(t)]++;
      }
    }
    for (int form = 0; form < occurrences.length; form++) {
      counts[block.wordOf(form)].add(block.surfaceOf(form), occurrences[form]);
    }
    return IntStream.range(0, counts.length)
        .mapToObj(word -> new Tuple2<>(block.words()[word], counts[word]))
        .iterator();
  }

  private void add(String way, long times) {
    int at = 0;
    while (at < ways.length && !ways[at].equals(way)) {
      at++;
    }
    if (at == ways.length) {
      ways = Arrays.copyOf(ways, at + 1);
      occurrences = Arrays.copyOf(occurrences, at + 1);
      ways[at] = way;
    }
    occurrences[at] += times;
  }

  StemCounts add(StemCounts other) {
    documents += other.documents;
    for (int i = 0; i < other.ways.length; i++) {
      add(other.ways[i], other.occurrences[i]);
    }
    return this;
  }

  /** In how many documents. */
  long documents() {
    return documents;
  }

  /** How many times in all. */
  long occurrences() {
    return Arrays.stream(occurrences).sum();
  }

  /** Whether it is a code that stands in brackets, and hardly ever in a sentence. */
  boolean isCode() {
    long bracketed =
        IntStream.range(0, ways.length)
            .filter(i -> ways[i].startsWith(IN_BRACKETS))
            .mapToLong(i -> occurrences[i])
            .sum();
    return bracketed >= CODE * occurrences();
  }

  /**
   * The ways to write it, the commonest first, of equal ones the first of the alphabet; those that
   * are unsure come last.
   */
  List<String> ways(int most) {
    return IntStream.range(0, ways.length)
        .boxed()
        .sorted(
            Comparator.comparing((Integer i) -> ways[i].contains(UNSURE))
                .thenComparing(i -> -occurrences[i])
                .thenComparing(i -> ways[i]))
        .map(i -> ways[i].replace(UNSURE, "").replace(IN_BRACKETS, ""))
        .distinct()
        .limit(most)
        .toList();
  }
}
