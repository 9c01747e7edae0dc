package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.articles.cleaning.Words;
import dev.broadsheet.articles.identity.SharedHashes;
import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * The passages that a source repeats in its articles, such as menus, notices and footers, and how
 * common each is there. {@link OwnText} cuts them.
 *
 * <p>A sentence is common in ten articles and 2 % of the source's. A line that is no sentence is
 * common in five, because news is not written in such lines, and if it is another article's title:
 * then it is a link. Sentences that are no lines of their own have one place, as footers have: what
 * is said here and there is said by the news. A line of several sentences is counted as a whole
 * too, and a whole line may stand anywhere, as the rules above a varying number of comments do. A
 * number in a long passage may differ, as it does in counts of partners or readers.
 */
final class Boilerplate implements Serializable {
  /** How common a passage is in its source. */
  enum Common {
    /** In one article or two. */
    NO,
    /** In three articles. */
    SOMEWHAT,
    /** In five articles. */
    OFTEN,
    YES,
    /** In ten articles and a fifth of the source's. */
    EVERYWHERE
  }

  private static final long serialVersionUID = 1;

  /** The commonest are enough, and small on the driver and on every executor. */
  private static final int MOST = 200_000;

  /** Ascending, without kinds. */
  private final long[] hashes;

  /** How common each is. */
  private final byte[] common;

  private Boilerplate(long[] hashes, byte[] common) {
    this.hashes = hashes;
    this.common = common;
  }

  /**
   * Counts passages, in one shuffle of their hashes.
   *
   * @param originals the passages of each, used three times
   */
  static Boilerplate of(JavaRDD<ArticlePassages> originals) {
    long hashes = originals.map(article -> (long) article.texts().length).fold(0L, Long::sum);
    JavaRDD<ArticlePassages> runs = SharedHashes.runs(originals, hashes);
    JavaRDD<SharedHashes> shared = SharedHashes.of(runs.map(ArticlePassages::texts), hashes);
    List<Tuple2<Long, PassageCounts>> repeated =
        ByKey.merged(
                JavaPairRDD.fromJavaRDD(SharedHashes.used(runs, shared, PassageCounts::of)),
                Math.max(1, originals.getNumPartitions()),
                PassageCounts::with)
            .filter(passage -> passage._2().isRepeated())
            .takeOrdered(MOST, new MostFrequent());
    Map<String, Long> articles = articles(originals, repeated);
    List<Tuple2<Long, PassageCounts>> ascending =
        repeated.stream().sorted(Comparator.comparing(Tuple2::_1)).toList();
    byte[] common = new byte[ascending.size()];
    for (int i = 0; i < common.length; i++) {
      PassageCounts counts = ascending.get(i)._2();
      common[i] = (byte) counts.common(articles.getOrDefault(counts.source(), 0L)).ordinal();
    }
    return new Boilerplate(ascending.stream().mapToLong(Tuple2::_1).toArray(), common);
  }

  /** How many articles the sources have that repeat something often. */
  private static Map<String, Long> articles(
      JavaRDD<ArticlePassages> originals, List<Tuple2<Long, PassageCounts>> repeated) {
    Set<String> asked =
        repeated.stream()
            .filter(passage -> passage._2().dependsOnArticles())
            .map(passage -> passage._2().source())
            .collect(Collectors.toSet());
    if (asked.isEmpty()) {
      return Map.of();
    }
    Broadcast<Set<String>> sources =
        JavaSparkContext.fromSparkContext(originals.context()).broadcast(asked);
    return originals
        .map(ArticlePassages::source)
        .filter(source -> sources.value().contains(source))
        .countByValue();
  }

  private static final class MostFrequent
      implements Comparator<Tuple2<Long, PassageCounts>>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Tuple2<Long, PassageCounts> a, Tuple2<Long, PassageCounts> b) {
      int byArticles = Long.compare(b._2().articles(), a._2().articles());
      return byArticles != 0 ? byArticles : Long.compare(a._1(), b._1());
    }
  }

  /** How common a passage of an article's body is in its source, as a sentence or as a line. */
  Common of(String source, Words title, Passage passage) {
    long hash = PassageHash.hash(source, passage.words());
    if (PassageHash.TITLE.of(hash) == PassageHash.TITLE.of(PassageHash.hash(source, title))) {
      return Common.NO;
    }
    return switch (passage.form()) {
      case LINE -> of(PassageHash.LINE.of(hash));
      case SENTENCE, SHORT_SENTENCE -> of(PassageHash.SENTENCE.of(hash));
      case PARAGRAPH ->
          of(PassageHash.PARAGRAPH.of(hash)) == Common.YES
              ? Common.EVERYWHERE
              : of(PassageHash.SENTENCE.of(hash));
    };
  }

  /** Whether anything of an article may be common: if not, it need not be looked at. */
  boolean hasAny(ArticlePassages article) {
    for (long passage : article.texts()) {
      if (Arrays.binarySearch(hashes, passage) >= 0) {
        return true;
      }
    }
    return false;
  }

  private Common of(long passage) {
    int at = Arrays.binarySearch(hashes, passage & ~PassageHash.MARK);
    return at < 0 ? Common.NO : Common.values()[common[at]];
  }

  /** A title without the name of its outlet: without ends that the source's titles share. */
  String headline(String source, String title) {
    String headline = title;
    for (Optional<String> end = ArticlePassages.suffix(headline);
        end.isPresent() && of(PassageHash.suffix(source, end.get())).compareTo(Common.YES) >= 0;
        end = ArticlePassages.suffix(headline)) {
      headline =
          headline
              .substring(0, headline.length() - end.get().length())
              .replaceFirst("\\s+\\S+\\s*$", "");
    }
    return headline;
  }
}
