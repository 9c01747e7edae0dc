package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.udf;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The keywords of each article. */
final class ArticleTermsTable extends ComputedTable {
  private static final int MOST = 20;

  private static final ArrayType BEST =
      DataTypes.createArrayType(
          StructType.fromDDL("rank int, term string, tfidf double, count bigint"), false);

  ArticleTermsTable() {
    super(
        "article_terms",
        "One of the 20 best terms of an article.",
        """
        article_id STRING NOT NULL COMMENT 'an original article',
        rank INT NOT NULL COMMENT '1 is the best',
        term STRING NOT NULL COMMENT 'as in terms',
        tfidf DOUBLE NOT NULL COMMENT '(1 + ln count) · idf, scaled so that the squares of all terms of an article add up to 1',
        count BIGINT NOT NULL COMMENT 'occurrences in title and body'
        """,
        Growth.ARTICLES,
        "article_id",
        "rank");
  }

  @Override
  public Dataset<Row> rows(Findings findings) {
    String[] terms = findings.vocabulary().terms();
    UserDefinedFunction best =
        udf((UDF2<Vector, Vector, Row[]>) (tfidf, counts) -> best(tfidf, counts, terms), BEST);
    return findings
        .vectors()
        .select(col("article_id"), inline(best.apply(col("tfidf"), col("counts"))));
  }

  /** Both vectors have the same indices; the vocabulary's order decides between equal weights. */
  private static Row[] best(Vector tfidf, Vector counts, String[] terms) {
    SparseVector weights = tfidf.toSparse();
    double[] values = weights.values();
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(
                Comparator.comparingDouble((Integer i) -> -values[i])
                    .thenComparing(i -> weights.indices()[i]))
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .toArray();
    return IntStream.range(0, order.length)
        .mapToObj(
            i -> {
              int term = weights.indices()[order[i]];
              return RowFactory.create(
                  i + 1, terms[term], values[order[i]], (long) counts.apply(term));
            })
        .toArray(Row[]::new);
  }
}
