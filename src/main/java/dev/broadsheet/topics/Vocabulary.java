package dev.broadsheet.topics;

import dev.broadsheet.shuffle.ByKey;
import dev.broadsheet.text.TokenBlock;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * The terms that count, V of them, in the order of their document frequency and then of the
 * alphabet. The order is ours because MLlib's breaks ties by chance.
 *
 * @param stems what the analyzer makes of a word
 * @param terms what a person sees: the commonest way to write the stem, or the name that it
 *     {@linkplain NamedTerms stands for}; no two are equal. A way that two stems share is the one's
 *     that comes first; the other has its next, or its stem
 * @param documentFrequency in how many documents
 * @param termFrequency how many times in all
 * @param documents how many documents there are
 */
public record Vocabulary(
    String[] stems,
    String[] terms,
    long[] documentFrequency,
    long[] termFrequency,
    long documents) {

  /** The {@code --min-df} of a large corpus. */
  public static final int MIN_DOCUMENT_FREQUENCY = 5;

  /** Below this many documents a term in all of them may be the subject. */
  private static final int SMALL = 20;

  private static final double NAME = 0.5;

  /** The most ways to write a stem that are asked for, the commonest ones. */
  private static final int WAYS = 8;

  /**
   * Counts the terms, without codes in brackets. One pass over the tokens; the result is on the
   * driver, bounded by size.
   *
   * @param texts of the documents
   * @param size the most terms to keep, the most frequent ones
   * @param minDf the fewest documents a term is in
   * @param maxDf the largest share of documents a term is in; not applied to fewer than 20
   *     documents
   */
  public static Vocabulary of(
      JavaRDD<TokenBlock> texts, long documents, int size, int minDf, double maxDf) {
    long most = documents < SMALL ? documents : (long) Math.floor(maxDf * documents);
    List<Tuple2<String, StemCounts>> stems =
        ByKey.merged(texts.flatMapToPair(StemCounts::of), StemCounts::add)
            .filter(stem -> stem._2().documents() >= minDf && stem._2().documents() <= most)
            .filter(stem -> !stem._2().isCode())
            .takeOrdered(size, new MostFrequent());
    return new Vocabulary(
        stems.stream().map(Tuple2::_1).toArray(String[]::new),
        terms(stems),
        stems.stream().mapToLong(stem -> stem._2().documents()).toArray(),
        stems.stream().mapToLong(stem -> stem._2().occurrences()).toArray(),
        documents);
  }

  private static final class MostFrequent
      implements Comparator<Tuple2<String, StemCounts>>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Tuple2<String, StemCounts> a, Tuple2<String, StemCounts> b) {
      int byDocuments = Long.compare(b._2().documents(), a._2().documents());
      return byDocuments != 0 ? byDocuments : a._1().compareTo(b._1());
    }
  }

  /** Each in turn has the first of its ways that is not taken. */
  private static String[] terms(List<Tuple2<String, StemCounts>> stems) {
    Set<String> taken = new HashSet<>();
    return stems.stream()
        .map(stem -> Stream.concat(stem._2().ways(WAYS).stream(), others(stem._1())))
        .map(ways -> ways.filter(taken::add).findFirst().orElseThrow())
        .toArray(String[]::new);
  }

  /** The stem, and without end the stem with a number. */
  private static Stream<String> others(String stem) {
    return Stream.concat(
        Stream.of(stem), IntStream.iterate(2, i -> i + 1).mapToObj(i -> stem + " " + i));
  }

  /** The {@code --min-df} that suits a corpus: 1 below 20 documents, 2 for hundreds, at most 5. */
  public static int minDfFor(long documents) {
    return documents < SMALL ? 1 : (int) Math.min(MIN_DOCUMENT_FREQUENCY, 2 + documents / 500);
  }

  /** The same terms, some of which are shown as names, where no other term is shown so. */
  public Vocabulary named(NamedTerms names) {
    Set<String> taken = new HashSet<>(List.of(terms));
    String[] named = terms.clone();
    // A phrase has the first claim to a name, the first word of it the second.
    for (boolean phrases : new boolean[] {true, false}) {
      for (int v = 0; v < named.length; v++) {
        if (terms[v].indexOf(' ') > 0 == phrases) {
          named[v] =
              names
                  .of(terms[v], documentFrequency[v], taken::contains)
                  .filter(taken::add)
                  .orElse(terms[v]);
        }
      }
    }
    return new Vocabulary(stems, named, documentFrequency, termFrequency, documents);
  }

  /** V. */
  public int size() {
    return stems.length;
  }

  /** All occurrences of all terms. */
  public long tokens() {
    return Arrays.stream(termFrequency).sum();
  }

  /**
   * The weight of each term for being rare: 1 + ln((1 + n) / (1 + df)). The 1 keeps terms that are
   * in every document, so that one article has keywords too.
   *
   * <p>Where there are too few documents to say what is rare, names are what a text is about: below
   * 20 documents a term that is mostly written with a capital has up to {@value #NAME} more.
   */
  public double[] idf() {
    double name = NAME * Math.max(0, 1 - (double) documents / SMALL);
    return IntStream.range(0, size())
        .mapToDouble(
            v ->
                1
                    + StrictMath.log((1.0 + documents) / (1.0 + documentFrequency[v]))
                    + (Character.isUpperCase(terms[v].codePointAt(0)) ? name : 0))
        .toArray();
  }
}
