package dev.broadsheet.names;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.names.NameToken.Form;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * How a corpus writes its words: with a small letter, or with a capital where the sentence does not
 * ask for one. The only evidence for names, so counted where it is one: in running text, inside
 * sentences. Of each two words with capitals in a row it is known how often they occur.
 */
final class Capitals implements Serializable {
  private static final long serialVersionUID = 1;

  /** The most words and pairs to keep; the most frequent ones. */
  private static final int MOST = 300_000;

  private static final int LOWER = 0;
  private static final int CAPITAL = 1;
  private static final int UPPER = 2;
  private static final int POSSESSIVE = 3;
  private static final int LOCATED = 4;

  private static final StructType COUNTED =
      StructType.fromDDL(
          "word string, lower bigint, capital bigint, upper bigint, possessive bigint, located bigint");

  /** By word in lower case, or by "first second". */
  private final Map<String, long[]> counts;

  Capitals(Map<String, long[]> counts) {
    this.counts = counts;
  }

  /**
   * Counts in one pass. What is returned is bounded, whatever the corpus.
   *
   * @param texts a column "body"
   * @param least a word or pair is known from so many occurrences with a capital
   */
  static Capitals of(Dataset<Row> texts, RunningText running, int least) {
    Map<String, long[]> counts = new HashMap<>();
    texts
        .select("body")
        .as(Encoders.STRING())
        .mapPartitions(
            (MapPartitionsFunction<String, Row>) bodies -> rows(bodies, running),
            Encoders.row(COUNTED))
        .groupBy("word")
        .agg(
            sum("lower").as("lower"),
            sum("capital").as("capital"),
            sum("upper").as("upper"),
            sum("possessive").as("possessive"),
            sum("located").as("located"))
        .where(col("capital").plus(col("upper")).geq(least))
        .orderBy(col("capital").plus(col("upper")).desc(), col("word").asc())
        .limit(MOST)
        .collectAsList()
        .forEach(
            row ->
                counts.put(
                    row.getString(0),
                    new long[] {
                      row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)
                    }));
    return new Capitals(counts);
  }

  /** One row a word and partition, so that little is shuffled. */
  private static Iterator<Row> rows(Iterator<String> bodies, RunningText running) {
    Map<String, long[]> counts = new HashMap<>();
    bodies.forEachRemaining(body -> count(running.sentences(body), counts));
    return counts.entrySet().stream()
        .map(
            e -> {
              long[] n = e.getValue();
              return RowFactory.create(e.getKey(), n[0], n[1], n[2], n[3], n[4]);
            })
        .iterator();
  }

  /** Adds the words and pairs of some sentences to counts. */
  static void count(List<List<NameToken>> sentences, Map<String, long[]> counts) {
    for (List<NameToken> sentence : sentences) {
      NameToken before = null;
      NameToken capital = null;
      for (NameToken token : sentence) {
        capital = token.joined() ? capital : null;
        count(counts, before, capital, token);
        before = token;
        capital = token.capitalized() ? token : NameRuns.isConnector(token) ? capital : null;
      }
    }
  }

  private static void count(
      Map<String, long[]> counts, NameToken before, NameToken capital, NameToken token) {
    String word = lower(token.text());
    if (token.form() == Form.LOWER) {
      add(counts, word, LOWER);
    } else if (token.capitalized() && !token.opening()) {
      add(counts, word, token.form() == Form.UPPER ? UPPER : CAPITAL);
      if (token.possessive()) {
        add(counts, word, POSSESSIVE);
      }
      if (before != null && token.joined() && before.text().equals("in")) {
        add(counts, word, LOCATED);
      }
      if (capital != null && !capital.opening()) {
        add(counts, lower(capital.text()) + " " + word, CAPITAL);
      }
    }
  }

  private static void add(Map<String, long[]> counts, String word, int which) {
    counts.computeIfAbsent(word, w -> new long[5])[which]++;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private long count(String word, int which) {
    long[] n = counts.get(word);
    return n == null ? 0 : n[which];
  }

  private long pairs(String first, String second) {
    return count(lower(first) + " " + lower(second), CAPITAL);
  }

  private long capitals(String word) {
    return count(word, CAPITAL) + count(word, UPPER);
  }

  /** Whether a word is hardly ever written small, and with a capital inside sentences. */
  boolean isProper(String word) {
    String lower = lower(word);
    return capitals(lower) > 0 && capitals(lower) >= 3 * count(lower, LOWER);
  }

  /** Whether a word makes a name of what it is part of: proper, and neither generic nor demonym. */
  boolean isNamePart(NameToken token) {
    return token.capitalized()
        && isProper(token.text())
        && !NameWords.isNone(token.text())
        && !NameWords.isDemonym(token.text());
  }

  /** Whether a word is at least as often written with a capital inside sentences as small. */
  boolean isMostlyCapital(String word) {
    String lower = lower(word);
    return capitals(lower) > 0 && capitals(lower) >= count(lower, LOWER);
  }

  /** Whether these stand together with capitals inside sentences. */
  boolean arePair(String first, String second) {
    return pairs(first, second) > 0;
  }

  /** Whether the second word with a capital mostly has the first before it; not seen just once. */
  boolean isMostlyAfter(String first, String second) {
    return pairs(first, second) > 1 && 2 * pairs(first, second) > capitals(lower(second));
  }

  /** As "Gamble" is after "Procter and". */
  boolean isNearlyAlwaysAfter(String first, String second) {
    return pairs(first, second) > 2 && 5 * pairs(first, second) > 4 * capitals(lower(second));
  }

  /** Whether the first word with a capital mostly has the second behind it; not seen just once. */
  boolean isMostlyBefore(String first, String second) {
    return pairs(first, second) > 1 && 2 * pairs(first, second) > capitals(lower(first));
  }

  /** Whether it says what comes from somewhere: "Veshnian" where there is a "Veshnia". */
  boolean isDerived(String word) {
    return word.endsWith("ian") && isProper(word.substring(0, word.length() - 1));
  }

  /** Whether things happen in it. */
  boolean isPlace(String word) {
    String lower = lower(word);
    return 20 * count(lower, LOCATED) > capitals(lower);
  }

  /** Whether "'s" is part of it: "Moody's". */
  boolean isPossessive(String word) {
    String lower = lower(word);
    return capitals(lower) >= 10 && 10 * count(lower, POSSESSIVE) >= 9 * capitals(lower);
  }

  /** The commoner way to write a word in capitals: "Moscow" for "MOSCOW", "NATO" for "NATO". */
  String written(String upper) {
    String lower = lower(upper);
    return count(lower, CAPITAL) > count(lower, UPPER)
        ? upper.charAt(0) + lower.substring(1)
        : upper;
  }
}
