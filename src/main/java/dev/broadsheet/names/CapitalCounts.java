package dev.broadsheet.names;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.Nominals;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** What {@link Capitals} counts of a word, and where in a sentence. */
final class CapitalCounts {
  /** With a small letter. */
  static final int LOWER = 0;

  /** With a capital, inside a sentence; of two words in a row, the two. */
  static final int CAPITAL = 1;

  /** In capitals. */
  static final int UPPER = 2;

  /** With "'s". */
  static final int POSSESSIVE = 3;

  /** Behind "in". */
  static final int LOCATED = 4;

  /** Behind what determines nouns. */
  static final int DETERMINED = 5;

  /** Behind what only verbs follow. */
  static final int VERBAL = 6;

  /** Behind what determines nouns, and with none behind it that it might belong to. */
  static final int HEAD = 7;

  /** How many counts there are. */
  static final int COUNTS = 8;

  /** The most words and pairs to keep; the most frequent ones. */
  private static final int MOST = 300_000;

  private static final StructType COUNTED =
      StructType.fromDDL(
          "word string, lower bigint, capital bigint, upper bigint, possessive bigint, located bigint,"
              + " determined bigint, verbal bigint, head bigint");

  private CapitalCounts() {}

  /**
   * Counts in one pass. What is returned is bounded, whatever the corpus.
   *
   * @param texts a column "body"
   * @param least a word or pair is known from so many occurrences with a capital; one in small
   *     letters from so many, where its use is counted
   */
  static Map<String, long[]> of(Dataset<Row> texts, RunningText running, int least) {
    Map<String, long[]> counts = new HashMap<>();
    Column capitals = col("capital").plus(col("upper"));
    boolean uses = WordOrder.of(running.language()).isKnown();
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
            sum("located").as("located"),
            sum("determined").as("determined"),
            sum("verbal").as("verbal"),
            sum("head").as("head"))
        .where(capitals.geq(least).or(uses ? col("lower").geq(least) : lit(false)))
        .orderBy(capitals.desc(), col("lower").desc(), col("word").asc())
        .limit(MOST)
        .collectAsList()
        .forEach(
            row ->
                counts.put(
                    row.getString(0),
                    IntStream.rangeClosed(1, COUNTS).mapToLong(row::getLong).toArray()));
    return counts;
  }

  /** One row a word and partition, so that little is shuffled. */
  private static Iterator<Row> rows(Iterator<String> bodies, RunningText running) {
    Map<String, long[]> counts = new HashMap<>();
    bodies.forEachRemaining(body -> add(running.sentences(body), counts, running.language()));
    return counts.entrySet().stream()
        .map(
            e -> {
              long[] n = e.getValue();
              return RowFactory.create(e.getKey(), n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7]);
            })
        .iterator();
  }

  /** Adds the words and pairs of some sentences to counts. */
  static void add(List<List<NameToken>> sentences, Map<String, long[]> counts, String language) {
    boolean nouns = Nominals.haveCapitals(language);
    var uses = new WordUses(counts, language);
    for (List<NameToken> sentence : sentences) {
      NameToken earlier = null;
      NameToken before = null;
      NameToken capital = null;
      for (NameToken token : sentence) {
        capital = token.joined() ? capital : null;
        uses.next(token);
        if (token.form() == Form.LOWER) {
          long[] own = of(lower(token), counts);
          own[LOWER]++;
          uses.count(before, token, own);
        } else {
          count(counts, before, capital, token);
        }
        if (nouns
            && before != null
            && !isParticle(earlier)
            && token.capitalized()
            && !token.opening()
            && Determiners.are(before)) {
          add(counts, lower(token), DETERMINED);
        }
        earlier = before;
        before = token;
        capital = token.capitalized() ? token : NameRuns.isConnector(token) ? capital : null;
      }
      uses.end();
    }
  }

  private static void count(
      Map<String, long[]> counts, NameToken before, NameToken capital, NameToken token) {
    String word = lower(token);
    if (token.form() == Form.NUMBER) {
      if (token.joined() && !token.text().isEmpty() && before.capitalized()) {
        add(counts, lower(before) + " " + token.text(), CAPITAL);
      }
    } else if (token.capitalized() && !token.opening()) {
      add(counts, word, token.form() == Form.UPPER ? UPPER : CAPITAL);
      if (!token.tail().isEmpty()) {
        add(counts, word + "-", CAPITAL);
      }
      if (token.possessive()) {
        add(counts, word, POSSESSIVE);
      }
      if (before != null && token.joined() && before.text().equals("in")) {
        add(counts, word, LOCATED);
      }
      if (capital != null && !capital.opening()) {
        add(counts, lower(capital) + " " + word, CAPITAL);
      }
    }
  }

  /** The counts of a word in lower case. */
  static long[] of(String word, Map<String, long[]> counts) {
    return counts.computeIfAbsent(word, w -> new long[COUNTS]);
  }

  private static void add(Map<String, long[]> counts, String word, int which) {
    of(word, counts)[which]++;
  }

  /** "von" in "von der Leyen", where "der" is no article. */
  private static boolean isParticle(NameToken token) {
    return token != null && NameWords.isParticle(lower(token));
  }

  private static String lower(NameToken token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
