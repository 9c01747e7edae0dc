package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.articles.boilerplate.Boilerplate.Common;
import dev.broadsheet.articles.identity.SharedHashes;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import scala.Tuple2;

/** In how many articles of a source a passage is, as what, and where in them. */
final class PassageCounts implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int SOME_ARTICLES = 3;
  private static final int ARTICLES_OF_A_LINE = 5;
  private static final int ARTICLES_OF_A_SENTENCE = 10;
  private static final int ONE_IN = 50;
  private static final int EVERYWHERE_ONE_IN = 5;

  /** Half of the places of a sentence are the same; others are said again by the news itself. */
  private static final int SAME_PLACE_ONE_IN = 2;

  private static final int KINDS = PassageHash.values().length;

  private final String source;

  /** By kind, then sentences by their distance from the start and from the end. */
  private final int[] counts = new int[KINDS + 2 * PassageHash.FARTHEST];

  private PassageCounts(String source, long passage) {
    this.source = source;
    add(passage);
  }

  /** The passages of an article that may be in others: without kinds, with what is counted. */
  static Stream<Tuple2<Long, PassageCounts>> of(ArticlePassages article, SharedHashes shared) {
    long[] texts = article.texts();
    return IntStream.range(0, texts.length)
        .filter(i -> shared.mayHave(texts[i]))
        .mapToObj(
            i -> new Tuple2<>(texts[i], new PassageCounts(article.source(), article.passage(i))));
  }

  private void add(long passage) {
    PassageHash kind = PassageHash.kind(passage);
    counts[kind.ordinal()]++;
    if (kind == PassageHash.SENTENCE) {
      addPlace(KINDS, PassageHash.fromStart(passage));
      addPlace(KINDS + PassageHash.FARTHEST, PassageHash.fromEnd(passage));
    }
  }

  private void addPlace(int first, int place) {
    if (place < PassageHash.FARTHEST) {
      counts[first + place]++;
    }
  }

  /** This one, with the counts of another of the same passage. */
  PassageCounts with(PassageCounts other) {
    Arrays.setAll(counts, i -> counts[i] + other.counts[i]);
    return this;
  }

  String source() {
    return source;
  }

  private int count(PassageHash kind) {
    return counts[kind.ordinal()];
  }

  /** How many have it in their bodies. */
  int articles() {
    return count(PassageHash.SENTENCE) + count(PassageHash.LINE) + count(PassageHash.PARAGRAPH);
  }

  /** Whether it is common at all, however many articles its source has. */
  boolean isRepeated() {
    return articles() > 0 && common(Long.MAX_VALUE) != Common.NO;
  }

  /** Whether it matters how many articles the source has. */
  boolean dependsOnArticles() {
    return inOnePlace() >= ARTICLES_OF_A_SENTENCE;
  }

  /** In how many articles it is a sentence, if these have it in one place. */
  private int inOnePlace() {
    int most = 0;
    for (int i = KINDS; i < counts.length; i++) {
      most = Math.max(most, counts[i]);
    }
    int sentences = count(PassageHash.SENTENCE);
    return most * SAME_PLACE_ONE_IN >= sentences ? sentences : 0;
  }

  /**
   * How common it is.
   *
   * @param all how many articles the source has
   */
  Common common(long all) {
    int sentences = inOnePlace();
    int lines = count(PassageHash.LINE);
    if (sentences >= ARTICLES_OF_A_SENTENCE && isOneIn(EVERYWHERE_ONE_IN, sentences, all)) {
      return Common.EVERYWHERE;
    }
    if (sentences >= ARTICLES_OF_A_SENTENCE && isOneIn(ONE_IN, sentences, all)
        || lines >= ARTICLES_OF_A_LINE
        || count(PassageHash.TITLE) > 0) {
      return Common.YES;
    }
    if (sentences + lines >= ARTICLES_OF_A_LINE) {
      return Common.OFTEN;
    }
    boolean some = count(PassageHash.SENTENCE) + lines >= SOME_ARTICLES;
    return some ? Common.SOMEWHAT : Common.NO;
  }

  private static boolean isOneIn(int many, long part, long all) {
    return part * many >= all;
  }
}
