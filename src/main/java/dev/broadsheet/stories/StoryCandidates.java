package dev.broadsheet.stories;

import dev.broadsheet.articles.SharedHashes;
import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * Pairs of articles that may be one story, because their sketches share hashes. Among the articles
 * of a hash each is paired with the one before it, if that is at most a week older, and with the
 * first of its week, never with all: at most 96 pairs for an article, whether ten or ten thousand
 * repeat it.
 *
 * <p>A hash that articles share over more than two weeks is that of a form which is filled in again
 * and again. Two articles are a candidate if two of the hashes that they share, and a quarter, are
 * not; or if they share half of all, which is how a form that says the same again is found.
 */
final class StoryCandidates {
  /** Days between two articles of one story that follow each other. */
  private static final int APART = 7;

  private static final int FRESH = 2 * APART;
  private static final int LEAST_FRESH = 2;

  /** Of fewer than one hash in so many that are fresh, the others are a form. */
  private static final int FORM = 4;

  /** A pair of articles, by their keys. */
  static final class Pair implements Serializable {
    private static final long serialVersionUID = 1;
    private final long earlier;
    private final long later;

    Pair(long earlier, long later) {
      this.earlier = earlier;
      this.later = later;
    }

    long earlier() {
      return earlier;
    }

    long later() {
      return later;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Pair pair && pair.earlier == earlier && pair.later == later;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(earlier * 31 + later);
    }
  }

  /** A pair that may be of one story. */
  static final class Candidate implements Serializable {
    private static final long serialVersionUID = 1;
    private final Pair pair;
    private final boolean fresh;

    Candidate(Pair pair, boolean fresh) {
      this.pair = pair;
      this.fresh = fresh;
    }

    Pair pair() {
      return pair;
    }

    /** Whether they share more than a form. */
    boolean isFresh() {
      return fresh;
    }
  }

  /** An article that has a hash. */
  private static final class Posting implements Serializable {
    private static final long serialVersionUID = 1;

    static final Comparator<Posting> BY_DAY =
        Comparator.comparingLong(Posting::order).thenComparingLong(posting -> posting.key);

    private final long key;
    private final Integer day;
    private final int hashes;

    Posting(Signature article) {
      key = article.key();
      day = article.hasDay() ? article.day() : null;
      hashes = article.sketch().length;
    }

    /** By day, those without one last. */
    private long order() {
      return day == null ? Long.MAX_VALUE : day;
    }

    private long week() {
      return day == null ? Long.MAX_VALUE : Math.floorDiv(day, APART);
    }

    private boolean follows(Posting other) {
      return day == null || other.day == null || day - other.day <= APART;
    }
  }

  /** What two articles share. */
  private static final class Shared implements Serializable {
    private static final long serialVersionUID = 1;
    private int all = 1;
    private int fresh;
    private int hashes;

    Shared(boolean fresh, int hashes) {
      this.fresh = fresh ? 1 : 0;
      this.hashes = hashes;
    }

    Shared add(Shared more) {
      all += more.all;
      fresh += more.fresh;
      hashes = Math.min(hashes, more.hashes);
      return this;
    }

    boolean isFresh() {
      return fresh >= LEAST_FRESH && fresh * FORM >= all;
    }

    boolean isHalf() {
      return all * 2 >= hashes;
    }
  }

  private StoryCandidates() {}

  /** The candidates among articles. Only hashes that two articles may share are shuffled. */
  static JavaRDD<Candidate> of(JavaRDD<Signature> signatures, long articles) {
    Broadcast<SharedHashes> shared =
        JavaSparkContext.fromSparkContext(signatures.context())
            .broadcast(
                SharedHashes.of(signatures.map(Signature::sketch), articles * Signature.SKETCH));
    JavaPairRDD<Pair, Shared> pairs =
        signatures
            .flatMapToPair(
                article -> {
                  var posting = new Posting(article);
                  return LongStream.of(article.sketch())
                      .filter(hash -> shared.value().mayHave(hash))
                      .mapToObj(hash -> new Tuple2<>(hash, posting))
                      .iterator();
                })
            .partitionBy(new HashPartitioner(Math.max(1, signatures.getNumPartitions())))
            .mapPartitionsToPair(StoryCandidates::pairs);
    return ByKey.merged(pairs, Shared::add)
        .filter(pair -> pair._2().isFresh() || pair._2().isHalf())
        .map(pair -> new Candidate(pair._1(), pair._2().isFresh()));
  }

  /** The pairs of all hashes of a partition, which are sorted here. */
  private static Iterator<Tuple2<Pair, Shared>> pairs(Iterator<Tuple2<Long, Posting>> hashes) {
    List<Tuple2<Long, Posting>> sorted = new ArrayList<>();
    hashes.forEachRemaining(sorted::add);
    sorted.sort(
        Comparator.comparingLong((Tuple2<Long, Posting> posting) -> posting._1())
            .thenComparing(Tuple2::_2, Posting.BY_DAY));
    List<Tuple2<Pair, Shared>> pairs = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && sorted.get(to)._1().equals(sorted.get(from)._1())) {
        to++;
      }
      if (to > from + 1) {
        pairs(sorted.subList(from, to).stream().map(Tuple2::_2).toList(), pairs);
      }
      from = to;
    }
    return pairs.iterator();
  }

  /** The pairs of the articles of a hash, which are sorted by day. */
  private static void pairs(List<Posting> postings, List<Tuple2<Pair, Shared>> pairs) {
    int[] days = postings.stream().filter(p -> p.day != null).mapToInt(p -> p.day).toArray();
    boolean fresh = days.length == 0 || days[days.length - 1] - days[0] <= FRESH;
    Posting first = null;
    for (int i = 0; i < postings.size(); i++) {
      Posting article = postings.get(i);
      first = first == null || first.week() != article.week() ? article : first;
      if (i == 0) {
        continue;
      }
      Posting previous = postings.get(i - 1);
      if (article.follows(previous)) {
        pairs.add(pair(previous, article, fresh));
      }
      if (first != article && (first != previous || !article.follows(previous))) {
        pairs.add(pair(first, article, fresh));
      }
    }
  }

  private static Tuple2<Pair, Shared> pair(Posting earlier, Posting later, boolean fresh) {
    return new Tuple2<>(
        new Pair(earlier.key, later.key),
        new Shared(fresh, Math.min(earlier.hashes, later.hashes)));
  }
}
