package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.posexplode;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.Seq;

/** What is new: the terms that flared up in one of the latest periods. */
final class TrendingTermsTable extends ComputedTable {
  private static final int MOST_A_PERIOD = 50;
  private static final double MOST_FALSE = 0.1;

  private static final UserDefinedFunction WEIGHTS =
      udf((UDF1<Vector, Row[]>) TrendingTermsTable::weights, array("term int, tfidf double"));

  private static final UserDefinedFunction TRENDS =
      udf(
          (UDF3<Seq<Integer>, Seq<Long>, Seq<Long>, Row[]>) TrendingTermsTable::trends,
          array("number int, articles bigint, expected double, z double, p double"));

  TrendingTermsTable() {
    super(
        "trending_terms",
        "A term that flared up in a day, week or month (--period): up to 50 for each of the 14 latest with articles, judged by up to 60 before it.",
        """
        period_start DATE NOT NULL COMMENT 'first day of the period; articles without a date are in none',
        term STRING NOT NULL COMMENT 'as in terms',
        articles BIGINT NOT NULL COMMENT 'original articles of the period that have it, at least 3',
        expected DOUBLE NOT NULL COMMENT 'articles that the term''s share of the periods before, its flares apart, makes of all of this one; a new term counts as half an article there',
        z DOUBLE NOT NULL COMMENT 'surprise, as in topic_days',
        q DOUBLE NOT NULL COMMENT 'false discovery rate among all terms of the period, at most 0.1',
        example_article_id STRING NOT NULL COMMENT 'the article of the period with the largest tfidf of the term times its number of trending terms, because those of one event stand together'
        """,
        Growth.BOUNDED,
        "period_start",
        "term");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    Column start = findings.periods().period().start(col("published"));
    Dataset<Row> documents =
        findings
            .vectors()
            .join(findings.dated(), "article_id")
            .select(col("article_id"), start.as("period_start"), col("tfidf"));
    return trending(documents, findings.vocabulary().size())
        .withColumn("term", TermColumns.term(findings.vocabulary(), col("term")));
  }

  /**
   * The trending terms of documents.
   *
   * @param documents article_id, period_start, tfidf
   * @param vocabulary how many terms there are
   * @return the rows of the table, with the index of each term in its place
   */
  static Dataset<Row> trending(Dataset<Row> documents, long vocabulary) {
    Dataset<Row> latest = latest(documents);
    Dataset<Row> numbered =
        latest
            .select(col("latest"), posexplode(col("latest")))
            .select(col("pos").as("number"), col("col.period_start"));
    Dataset<Row> numberedDocuments = documents.join(broadcast(numbered), "period_start");
    Dataset<Row> counts =
        numberedDocuments
            .select(col("number"), explode(TermColumns.indices(col("tfidf"))).as("term"))
            .groupBy("term", "number")
            .agg(count(lit(1)).as("articles"));
    Dataset<Row> trends =
        counts
            .groupBy("term")
            .agg(collect_list(struct("number", "articles")).as("counts"))
            .crossJoin(broadcast(latest))
            .select(
                col("term"),
                inline(
                    TRENDS.apply(
                        col("counts.number"), col("counts.articles"), col("latest.total"))));
    var best =
        Window.partitionBy("number").orderBy(col("z").desc(), col("articles").desc(), col("term"));
    Dataset<Row> chosen =
        Surprise.withFalseDiscoveryRate(trends, lit(vocabulary), "number")
            .where(col("q").leq(MOST_FALSE))
            .withColumn("place", row_number().over(best))
            .where(col("place").leq(MOST_A_PERIOD));
    return numberedDocuments
        .select(
            col("number"),
            col("period_start"),
            col("article_id"),
            inline(WEIGHTS.apply(col("tfidf"))))
        .join(broadcast(chosen), new String[] {"number", "term"})
        .withColumn("company", count(lit(1)).over(Window.partitionBy("article_id")))
        .groupBy("period_start", "term", "articles", "expected", "z", "q")
        .agg(
            min(struct(negate(col("company").multiply(col("tfidf"))), col("article_id")))
                .as("best"))
        .withColumn("example_article_id", col("best.article_id"))
        .drop("best");
  }

  /** One row: the latest periods with articles, in order, each with period_start and total. */
  private static Dataset<Row> latest(Dataset<Row> documents) {
    return documents
        .groupBy("period_start")
        .agg(count(lit(1)).as("total"))
        .orderBy(col("period_start").desc())
        .limit(Trends.JUDGED + Trends.EARLIER)
        .agg(sort_array(collect_list(struct("period_start", "total"))).as("latest"));
  }

  private static Row[] trends(Seq<Integer> numbers, Seq<Long> counts, Seq<Long> totals) {
    long[] articles = new long[totals.size()];
    for (int i = 0; i < numbers.size(); i++) {
      articles[numbers.apply(i)] = counts.apply(i);
    }
    long[] all = IntStream.range(0, totals.size()).mapToLong(totals::apply).toArray();
    return Trends.of(articles, all).stream()
        .map(t -> RowFactory.create(t.period(), t.articles(), t.expected(), t.z(), t.p()))
        .toArray(Row[]::new);
  }

  private static Row[] weights(Vector tfidf) {
    SparseVector sparse = tfidf.toSparse();
    return IntStream.range(0, sparse.indices().length)
        .mapToObj(i -> RowFactory.create(sparse.indices()[i], sparse.values()[i]))
        .toArray(Row[]::new);
  }

  private static ArrayType array(String struct) {
    return DataTypes.createArrayType(StructType.fromDDL(struct), false);
  }
}
