package dev.broadsheet.articles;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;
import scala.collection.Seq;

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

  private static final int SOME_ARTICLES = 3;
  private static final int ARTICLES_OF_A_LINE = 5;
  private static final int ARTICLES_OF_A_SENTENCE = 10;
  private static final int ONE_IN = 50;
  private static final int EVERYWHERE_ONE_IN = 5;

  /** The commonest are enough, and small on the driver and on every executor. */
  private static final int MOST = 200_000;

  /** Half of the places of a sentence are the same; others are said again by the news itself. */
  private static final int SAME_PLACE_ONE_IN = 2;

  private static final ArrayType HASHES = DataTypes.createArrayType(DataTypes.LongType, false);

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
   * @param articles source, title and body of originals; used twice
   */
  static Boilerplate of(Dataset<Row> articles) {
    UserDefinedFunction passages =
        udf((UDF3<String, String, String, long[]>) ArticlePassages::of, HASHES);
    Dataset<Row> found =
        articles
            .select(
                col("source"),
                passages.apply(col("source"), col("title"), col("body")).as("passages"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    UserDefinedFunction repeated = repeated(found);
    Dataset<Row> counts =
        found
            .select(col("source"), explode(repeated.apply(col("passages"))).as("passage"))
            .groupBy(col("source"), col("passage").bitwiseAND(~PassageHash.MARK).as("hash"))
            .agg(
                count_if(PassageHash.SENTENCE.in("passage")).as("sentences"),
                count_if(PassageHash.LINE.in("passage")).as("lines"),
                count_if(PassageHash.PARAGRAPH.in("passage")).as("paragraphs"),
                count_if(PassageHash.TITLE.in("passage")).as("titles"),
                mostInOnePlace().as("in_one_place"))
            .withColumn("articles", col("sentences").plus(col("lines")).plus(col("paragraphs")))
            .where(
                col("articles")
                    .geq(SOME_ARTICLES)
                    .or(col("titles").gt(0).and(col("articles").gt(0))));
    Dataset<Row> sources =
        articles.groupBy("source").agg(count(lit(1)).as("all")).withColumnRenamed("source", "of");
    List<Row> rows =
        counts
            .join(sources, col("source").eqNullSafe(col("of")))
            .withColumn("common", common())
            .where(col("common").gt(0))
            .orderBy(col("articles").desc(), col("hash").asc())
            .limit(MOST)
            .select("hash", "common")
            .collectAsList();
    found.unpersist();
    Row[] sorted =
        rows.stream()
            .sorted((a, b) -> Long.compare(a.getLong(0), b.getLong(0)))
            .toArray(Row[]::new);
    byte[] common = new byte[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      common[i] = (byte) sorted[i].getInt(1);
    }
    return new Boilerplate(Arrays.stream(sorted).mapToLong(r -> r.getLong(0)).toArray(), common);
  }

  /** Leaves of passages those that may be in two articles: the others are not worth a shuffle. */
  private static UserDefinedFunction repeated(Dataset<Row> found) {
    JavaRDD<long[]> hashes =
        found
            .select("passages")
            .toJavaRDD()
            .map(
                row ->
                    row.<Long>getList(0).stream()
                        .mapToLong(passage -> passage & ~PassageHash.MARK)
                        .toArray());
    long count = hashes.map(all -> (long) all.length).fold(0L, Long::sum);
    Broadcast<SharedHashes> shared =
        JavaSparkContext.fromSparkContext(found.sparkSession().sparkContext())
            .broadcast(SharedHashes.of(hashes, count));
    return udf(
        (UDF1<Seq<Long>, long[]>)
            passages ->
                IntStream.range(0, passages.size())
                    .mapToLong(passages::apply)
                    .filter(passage -> shared.value().mayHave(passage & ~PassageHash.MARK))
                    .toArray(),
        HASHES);
  }

  /** How many articles have a sentence so many sentences after the start, or before the end. */
  private static Column mostInOnePlace() {
    Column sentence = PassageHash.SENTENCE.in("passage");
    Column[] counts =
        IntStream.range(0, 2 * PassageHash.FARTHEST)
            .mapToObj(
                i ->
                    count_if(
                        sentence.and(
                            shiftright(col("passage"), 2 + 3 * (i / PassageHash.FARTHEST))
                                .bitwiseAND(7L)
                                .equalTo((long) (i % PassageHash.FARTHEST)))))
            .toArray(Column[]::new);
    return greatest(counts);
  }

  private static Column common() {
    Column sentences =
        when(
                col("in_one_place").multiply(SAME_PLACE_ONE_IN).geq(col("sentences")),
                col("sentences"))
            .otherwise(0L);
    return when(
            sentences
                .geq(ARTICLES_OF_A_SENTENCE)
                .and(sentences.multiply(EVERYWHERE_ONE_IN).geq(col("all"))),
            Common.EVERYWHERE.ordinal())
        .when(
            sentences.geq(ARTICLES_OF_A_SENTENCE).and(sentences.multiply(ONE_IN).geq(col("all"))),
            Common.YES.ordinal())
        .when(col("lines").geq(ARTICLES_OF_A_LINE).or(col("titles").gt(0)), Common.YES.ordinal())
        .when(sentences.plus(col("lines")).geq(ARTICLES_OF_A_LINE), Common.OFTEN.ordinal())
        .when(col("sentences").plus(col("lines")).geq(SOME_ARTICLES), Common.SOMEWHAT.ordinal())
        .otherwise(Common.NO.ordinal());
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
