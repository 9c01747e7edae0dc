package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_date;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.StructType;

/**
 * What stories compare articles by, in hashes and without text.
 *
 * <ul>
 *   <li><b>sketch</b>: the 48 smallest hashes of the shingles, runs of three words (Broder 1997):
 *       two articles have so many of them in common as they have shingles;
 *   <li><b>shingles</b>: all of them, in 32 bits;
 *   <li><b>words</b>, and of these the <b>rare</b> third and the <b>numbers</b>, which carry the
 *       facts: two notices that fill in one form share everything else;
 *   <li><b>names</b>: of the first 12 words those with a capital that few articles have, which are
 *       mostly who or what the text is about.
 * </ul>
 */
public final class Signatures {
  private static final int SHINGLE = 3;
  private static final int SKETCH = 48;
  private static final int LEAST_RARE = 8;
  private static final int OPENING = 12;

  /** A name is in one of so many articles at most, or in so few. */
  private static final int ONE_IN = 50;

  private static final int FEW = 20;

  private static final StructType SIGNATURE =
      StructType.fromDDL(
          "sketch array<bigint>, shingles array<int>, words array<int>, rare array<int>,"
              + " numbers array<int>, names array<int>");

  private Signatures() {}

  /**
   * Learns which words are rare, and signs each article: key (the article_id as a number), day
   * (since 1970, or null), sketch, shingles, words, rare, numbers, names.
   *
   * @param originals article_id, published, and the body that {@link OwnTexts} leaves; used twice
   */
  public static Dataset<Row> of(Dataset<Row> originals) {
    var context = JavaSparkContext.fromSparkContext(originals.sparkSession().sparkContext());
    Broadcast<WordFrequencies> frequencies = context.broadcast(WordFrequencies.of(originals));
    UserDefinedFunction sign =
        udf((UDF1<String, Row>) body -> signature(Words.of(body), frequencies.value()), SIGNATURE);
    return originals
        .select(
            Stories.key(col("article_id")).as("key"),
            unix_date(col("published")).as("day"),
            sign.apply(col("body")).as("signature"))
        .select("key", "day", "signature.*");
  }

  private static Row signature(Words words, WordFrequencies frequencies) {
    long[] shingles =
        IntStream.rangeClosed(0, words.count() - SHINGLE)
            .mapToLong(i -> words.hash(i, i + SHINGLE))
            .sorted()
            .distinct()
            .toArray();
    long[] different = Arrays.stream(words.hashes()).sorted().distinct().toArray();
    LongStream numbers =
        IntStream.range(0, words.count())
            .filter(i -> words.numbers()[i])
            .mapToLong(i -> words.hashes()[i]);
    return RowFactory.create(
        Arrays.copyOf(shingles, Math.min(SKETCH, shingles.length)),
        shortened(Arrays.stream(shingles)),
        shortened(Arrays.stream(different)),
        shortened(rare(different, frequencies)),
        shortened(numbers),
        shortened(names(words, frequencies)));
  }

  /**
   * The third of the words that fewest articles have, eight at least; then those first in order.
   */
  private static LongStream rare(long[] words, WordFrequencies frequencies) {
    return IntStream.range(0, words.length)
        .mapToLong(i -> (long) frequencies.articles(words[i]) << Integer.SIZE | i)
        .sorted()
        .limit(Math.max(LEAST_RARE, words.length / 3))
        .map(place -> words[(int) place]);
  }

  private static LongStream names(Words words, WordFrequencies frequencies) {
    int most = Math.max(FEW, frequencies.articles() / ONE_IN);
    return IntStream.range(0, Math.min(OPENING, words.count()))
        .filter(i -> words.capitals()[i] && frequencies.articles(words.hashes()[i]) <= most)
        .mapToLong(i -> words.hashes()[i]);
  }

  private static int[] shortened(LongStream hashes) {
    return hashes.mapToInt(hash -> (int) (hash >>> Integer.SIZE)).distinct().toArray();
  }
}
