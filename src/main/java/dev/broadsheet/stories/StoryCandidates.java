package dev.broadsheet.stories;

import dev.broadsheet.articles.identity.SharedHashes;
import dev.broadsheet.shuffle.LongRows;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;

/**
 * Pairs of articles that may be one story, because their sketches share hashes. Among the articles
 * of a hash each is paired with the one before it, if that is at most a week older, and with the
 * first of its week, never with all: at most 96 pairs for an article, whether ten or ten thousand
 * repeat it. So pairs grow with the number of articles, and no faster.
 *
 * <p>A hash that articles share over more than two weeks is that of a form which is filled in again
 * and again. Two articles are a candidate if two of the hashes that they share, and a quarter, are
 * not; or if they share half of all, which is how a form that says the same again is found.
 */
public final class StoryCandidates {
  /** Days between two articles of one story that follow each other. */
  private static final int APART = 7;

  private static final int FRESH = 2 * APART;
  private static final int LEAST_FRESH = 2;

  /** Of fewer than one hash in so many that are fresh, the others are a form. */
  private static final int FORM = 4;

  /** Columns of a posting: an article that has a hash. Articles without a day come last. */
  private static final int DAY = 1;

  private static final int KEY = 2;
  private static final int HASHES = 3;

  /** Columns of what two articles share, behind their keys: the hashes of the smaller sketch. */
  private static final int FRESH_HASH = 2;

  private StoryCandidates() {}

  /**
   * The candidates among articles, each pair once. Only hashes that two articles may share are
   * shuffled.
   *
   * @param articles how many there are
   */
  public static JavaRDD<Candidates> of(JavaRDD<Sketches> sketches, long articles) {
    long hashes = articles * Sketches.SIZE;
    int partitions = Math.max(1, sketches.getNumPartitions());
    JavaRDD<Sketches> runs = SharedHashes.runs(sketches, hashes);
    JavaRDD<SharedHashes> shared = SharedHashes.of(runs.map(Sketches::hashes), hashes);
    JavaRDD<LongRows> postings =
        SharedHashes.used(runs, shared, (some, known) -> Stream.of(some.postings(known::mayHave)));
    JavaRDD<LongRows> pairs =
        LongRows.together(postings, 1, partitions).map(StoryCandidates::pairs);
    return LongRows.together(pairs, 2, partitions).map(StoryCandidates::candidates);
  }

  /** A row for each pair and hash: both keys, whether the hash is fresh, and how many of all. */
  private static LongRows pairs(LongRows postings) {
    var pairs = new LongRows();
    for (int from = 0; from < postings.size(); ) {
      int end = postings.endOfGroup(from, 1);
      if (end > from + 1) {
        pairs(postings, from, end, pairs);
      }
      from = end;
    }
    return pairs;
  }

  /** The pairs of the articles of a hash, which are sorted by day. */
  private static void pairs(LongRows postings, int from, int end, LongRows pairs) {
    long fresh = isFresh(postings, from, end) ? 1 : 0;
    int first = from;
    for (int article = from + 1; article < end; article++) {
      int previous = article - 1;
      first = week(postings, first) == week(postings, article) ? first : article;
      boolean follows = follows(postings, previous, article);
      if (follows) {
        add(postings, previous, article, fresh, pairs);
      }
      if (first != article && (first != previous || !follows)) {
        add(postings, first, article, fresh, pairs);
      }
    }
  }

  private static void add(LongRows postings, int one, int other, long fresh, LongRows pairs) {
    pairs.add(
        postings.at(one, KEY),
        postings.at(other, KEY),
        fresh,
        Math.min(postings.at(one, HASHES), postings.at(other, HASHES)));
  }

  private static boolean isFresh(LongRows postings, int from, int end) {
    int last = end - 1;
    while (last > from && !hasDay(postings, last)) {
      last--;
    }
    return postings.at(last, DAY) - postings.at(from, DAY) <= FRESH;
  }

  private static boolean hasDay(LongRows postings, int article) {
    return postings.at(article, DAY) != Sketches.NO_DAY;
  }

  private static long week(LongRows postings, int article) {
    return hasDay(postings, article)
        ? Math.floorDiv(postings.at(article, DAY), (long) APART)
        : Long.MAX_VALUE;
  }

  private static boolean follows(LongRows postings, int previous, int article) {
    return !hasDay(postings, article)
        || !hasDay(postings, previous)
        || postings.at(article, DAY) - postings.at(previous, DAY) <= APART;
  }

  /** Of the pairs those that share enough. */
  private static Candidates candidates(LongRows pairs) {
    var candidates = new Candidates.Builder();
    for (int from = 0; from < pairs.size(); ) {
      int end = pairs.endOfGroup(from, 2);
      int all = end - from;
      int fresh = 0;
      for (int hash = from; hash < end; hash++) {
        fresh += (int) pairs.at(hash, FRESH_HASH);
      }
      boolean isFresh = fresh >= LEAST_FRESH && fresh * FORM >= all;
      if (isFresh || all * 2 >= hashes(pairs, from, end)) {
        candidates.add(pairs.at(from, 0), pairs.at(from, 1), isFresh);
      }
      from = end;
    }
    return candidates.build();
  }

  private static long hashes(LongRows pairs, int from, int end) {
    long least = Long.MAX_VALUE;
    for (int pair = from; pair < end; pair++) {
      least = Math.min(least, pairs.at(pair, HASHES));
    }
    return least;
  }
}
