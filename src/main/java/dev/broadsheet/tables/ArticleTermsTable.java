package dev.broadsheet.tables;

import dev.broadsheet.neighbours.TermWeights;
import java.io.Serializable;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** The keywords of each article. */
final class ArticleTermsTable extends DistributedTable {
  private static final int MOST = 20;

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

  /** The best terms of an article, of which its rows are made where they are written. */
  private static final class Best implements Serializable {
    private static final long serialVersionUID = 1;
    private final int[] terms;
    private final int[] counts;
    private final double length;

    private Best(int[] terms, int[] counts, double length) {
      this.terms = terms;
      this.counts = counts;
      this.length = length;
    }

    /** The vocabulary's order decides between equal weights. */
    static Best of(Article article, double[] idf) {
      double[] tfidf = TermWeights.tfidf(article.terms(), article.counts(), idf);
      int[] order = TermWeights.best(tfidf, MOST);
      return new Best(
          IntStream.of(order).map(i -> article.terms()[i]).toArray(),
          IntStream.of(order).map(i -> article.counts()[i]).toArray(),
          TermWeights.length(article.terms(), article.counts(), idf));
    }

    Iterator<Row> rows(String id, String[] names, double[] idf) {
      return IntStream.range(0, terms.length)
          .mapToObj(
              i ->
                  RowFactory.create(
                      id,
                      i + 1,
                      names[terms[i]],
                      TermWeights.weight(counts[i], idf[terms[i]]) / length,
                      (long) counts[i]))
          .iterator();
    }
  }

  @Override
  public void write(Findings findings, TableFiles files) {
    files.write(this, best(findings), rowsOf(findings));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return best(findings).flatMap(rowsOf(findings));
  }

  private static JavaPairRDD<String, Best> best(Findings findings) {
    double[] idf = findings.vocabulary().idf();
    return findings
        .articles()
        .filter(Article::isModelled)
        .mapToPair(article -> new Tuple2<>(article.id(), Best.of(article, idf)));
  }

  private static FlatMapFunction<Tuple2<String, Best>, Row> rowsOf(Findings findings) {
    String[] terms = findings.vocabulary().terms();
    double[] idf = findings.vocabulary().idf();
    return article -> article._2().rows(article._1(), terms, idf);
  }
}
