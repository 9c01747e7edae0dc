package dev.broadsheet.topics;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
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
  private long last = -1;
  private String[] ways = {};
  private long[] occurrences = {};

  /**
   * Counts the stems of some documents.
   *
   * @param rows tokens and surfaces of a document each
   */
  static Iterator<Tuple2<String, StemCounts>> of(Iterator<Row> rows) {
    Map<String, StemCounts> counts = new HashMap<>();
    for (long document = 0; rows.hasNext(); document++) {
      Row row = rows.next();
      Iterator<String> surfaces = row.<String>getList(1).iterator();
      for (String stem : row.<String>getList(0)) {
        counts.computeIfAbsent(stem, s -> new StemCounts()).add(document, surfaces.next());
      }
    }
    return counts.entrySet().stream()
        .map(entry -> new Tuple2<>(entry.getKey(), entry.getValue()))
        .iterator();
  }

  private void add(long document, String way) {
    documents += document == last ? 0 : 1;
    last = document;
    add(way, 1);
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
