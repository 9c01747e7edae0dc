package dev.broadsheet.tables;

import dev.broadsheet.topics.TermWeights;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

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

  @Override
  JavaRDD<Row> rows(Findings findings) {
    String[] terms = findings.vocabulary().terms();
    double[] idf = findings.vocabulary().idf();
    return findings
        .articles()
        .filter(Article::isModelled)
        .flatMap(article -> best(article, terms, idf).iterator());
  }

  /** The vocabulary's order decides between equal weights. */
  private static List<Row> best(Article article, String[] terms, double[] idf) {
    double[] tfidf = TermWeights.tfidf(article.terms(), article.counts(), idf);
    int[] order =
        IntStream.range(0, tfidf.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -tfidf[i]))
            .limit(MOST)
            .mapToInt(Integer::intValue)
            .toArray();
    return IntStream.range(0, order.length)
        .mapToObj(
            i ->
                RowFactory.create(
                    article.id(),
                    i + 1,
                    terms[article.terms()[order[i]]],
                    tfidf[order[i]],
                    (long) article.counts()[order[i]]))
        .toList();
  }
}
