package dev.broadsheet.stories;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.articles.boilerplate.OwnTexts;
import dev.broadsheet.articles.cleaning.Words;
import dev.broadsheet.shuffle.LongList;
import dev.broadsheet.shuffle.LongRows;
import dev.broadsheet.shuffle.Rows;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The sketches of some thousand articles, in flat arrays: of each article the {@value #SIZE}
 * smallest hashes of its shingles, runs of three words (Broder 1997). Two articles have so many of
 * them in common as they have shingles. {@link Replies} have none. With them, from the same pass
 * over the texts, in how many of the articles words are.
 */
public final class Sketches implements Serializable {
  private static final long serialVersionUID = 1;

  /** Hashes of a sketch. */
  static final int SIZE = 48;

  /** Days come before it. */
  static final int NO_DAY = Integer.MAX_VALUE;

  private static final long[] NONE = {};

  private final long[] keys;
  private final long[] days;
  private final long[] ends;
  private final long[] hashes;
  private final WordFrequencies.Part words;

  private Sketches(Iterator<Row> texts) {
    var key = new LongList();
    var day = new LongList();
    var end = new LongList();
    var hash = new LongList();
    var counts = new WordFrequencies.Builder();
    while (texts.hasNext()) {
      Row text = texts.next();
      Words words = Words.of(text.getString(2));
      counts.add(words.hashes());
      for (long shingle : isReply(text) ? NONE : Signature.smallestShingles(words, SIZE)) {
        hash.add(shingle);
      }
      key.add(Stories.key(text.getString(0)));
      day.add(day(text));
      end.add(hash.size());
    }
    keys = key.toArray();
    days = day.toArray();
    ends = end.toArray();
    hashes = hash.toArray();
    words = counts.build();
  }

  /**
   * Those of all originals, a partition at a time.
   *
   * @param articles article_id, duplicate_of, published, title, and the body that {@link OwnTexts}
   *     leaves
   */
  public static JavaRDD<Sketches> of(Dataset<Row> articles) {
    return texts(articles).mapPartitions(some -> List.of(new Sketches(some)).iterator());
  }

  /** The originals' article_id, published, body, title. */
  static JavaRDD<Row> texts(Dataset<Row> articles) {
    return Rows.of(
        articles
            .where(col("duplicate_of").isNull())
            .select("article_id", "published", "body", "title"));
  }

  private static boolean isReply(Row text) {
    return Replies.are(text.getString(3));
  }

  /** The day of one of these texts, since 1970. */
  static int day(Row text) {
    return text.isNullAt(1) ? NO_DAY : (int) text.getDate(1).toLocalDate().toEpochDay();
  }

  /** All hashes, article by article. */
  long[] hashes() {
    return hashes;
  }

  WordFrequencies.Part words() {
    return words;
  }

  /** A row for each hash that is shared: it, the article's day, its key, how many hashes it has. */
  LongRows postings(LongPredicate shared) {
    var postings = new LongRows();
    int from = 0;
    for (int article = 0; article < keys.length; article++) {
      int end = (int) ends[article];
      for (int i = from; i < end; i++) {
        if (shared.test(hashes[i])) {
          postings.add(hashes[i], days[article], keys[article], end - from);
        }
      }
      from = end;
    }
    return postings;
  }
}
