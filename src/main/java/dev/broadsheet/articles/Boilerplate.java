package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;

/**
 * The sentences that a source repeats, such as lead-ins and footers, which make no two articles one
 * story: those of four words and more that are in 2 % of its articles, and in ten at least. They
 * are at most half of an article; where they would be more, the article is a copy of others, and
 * all of it is its text.
 */
final class Boilerplate implements Serializable {
  private static final int SHORTEST = 4;
  private static final int LEAST_ARTICLES = 10;
  private static final int ONE_IN = 50;

  private static final ArrayType HASHES = DataTypes.createArrayType(DataTypes.LongType, false);

  /** The commonest are enough, and small on every executor. */
  private static final int MOST = 100_000;

  /** Of source and sentence, ascending. */
  private final long[] repeated;

  private Boilerplate(long[] repeated) {
    this.repeated = repeated;
  }

  /** Counts sentences, in one shuffle of their hashes: from source and body. */
  static Boilerplate of(Dataset<Row> articles) {
    UserDefinedFunction sentences = udf((UDF2<String, String, long[]>) Boilerplate::hashes, HASHES);
    Dataset<Row> counts =
        articles
            .select(
                col("source"), explode(sentences.apply(col("source"), col("body"))).as("sentence"))
            .groupBy("source", "sentence")
            .agg(count(lit(1)).as("articles"))
            .where(col("articles").geq(LEAST_ARTICLES));
    Dataset<Row> sources =
        articles.groupBy("source").agg(count(lit(1)).as("all")).withColumnRenamed("source", "of");
    List<Long> hashes =
        counts
            .join(sources, col("source").eqNullSafe(col("of")))
            .where(col("articles").multiply(ONE_IN).geq(col("all")))
            .orderBy(col("articles").desc(), col("sentence").asc())
            .limit(MOST)
            .select(col("sentence"))
            .as(Encoders.LONG())
            .collectAsList();
    return new Boilerplate(hashes.stream().mapToLong(Long::longValue).sorted().toArray());
  }

  private static long[] hashes(String source, String body) {
    return Sentences.of(body).stream()
        .filter(sentence -> sentence.count() >= SHORTEST)
        .mapToLong(sentence -> hash(source, sentence))
        .distinct()
        .toArray();
  }

  /** The hash code of a string is the same on every machine. */
  private static long hash(String source, Words sentence) {
    return sentence.hash(0, sentence.count()) + (source == null ? 0 : source.hashCode());
  }

  /** The words of an article's body that are its own. */
  Words ownWords(String source, String body) {
    List<Words> sentences = Sentences.of(body);
    List<Words> own = new ArrayList<>();
    for (Words sentence : sentences) {
      if (Arrays.binarySearch(repeated, hash(source, sentence)) < 0) {
        own.add(sentence);
      }
    }
    return 2 * words(own) < words(sentences) ? joined(sentences) : joined(own);
  }

  private static int words(List<Words> sentences) {
    return sentences.stream().mapToInt(Words::count).sum();
  }

  private static Words joined(List<Words> sentences) {
    int count = words(sentences);
    long[] hashes = new long[count];
    boolean[] numbers = new boolean[count];
    boolean[] capitals = new boolean[count];
    int at = 0;
    for (Words sentence : sentences) {
      System.arraycopy(sentence.hashes(), 0, hashes, at, sentence.count());
      System.arraycopy(sentence.numbers(), 0, numbers, at, sentence.count());
      System.arraycopy(sentence.capitals(), 0, capitals, at, sentence.count());
      at += sentence.count();
    }
    return new Words(hashes, numbers, capitals);
  }
}
