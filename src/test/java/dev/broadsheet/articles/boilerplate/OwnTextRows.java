package dev.broadsheet.articles.boilerplate;

import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Rows of articles with their own texts, as tests look at them. */
public final class OwnTextRows {
  private OwnTextRows() {}

  /** The same rows, with the own part of the body as body and the own part of the title added. */
  public static Dataset<Row> of(Dataset<Row> articles) {
    int body = articles.schema().fieldIndex("body");
    try (OwnTexts texts = OwnTexts.of(articles.toJavaRDD(), articles.schema())) {
      var rows =
          texts
              .own()
              .map(
                  article ->
                      RowFactory.create(
                          IntStream.rangeClosed(0, article._1().size())
                              .mapToObj(
                                  i ->
                                      i == article._1().size()
                                          ? article._2().headline()
                                          : i == body ? article._2().body() : article._1().get(i))
                              .toArray()))
              .collect();
      return articles
          .sparkSession()
          .createDataFrame(rows, articles.schema().add("headline", "string"));
    }
  }
}
