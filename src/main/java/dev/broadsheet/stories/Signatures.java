package dev.broadsheet.stories;

import dev.broadsheet.articles.OwnTexts;
import dev.broadsheet.articles.Words;
import dev.broadsheet.shuffle.Rows;
import java.sql.Date;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The signatures of all articles. */
public final class Signatures {
  private Signatures() {}

  /**
   * Learns which words are rare, and signs each article; {@link Replies} are signed as if they had
   * no words.
   *
   * @param originals article_id, published, title, and the body that {@link OwnTexts} leaves; used
   *     twice
   */
  public static JavaRDD<Signature> of(Dataset<Row> originals) {
    var context = JavaSparkContext.fromSparkContext(originals.sparkSession().sparkContext());
    JavaRDD<Row> texts = Rows.of(originals.select("article_id", "published", "body", "title"));
    Broadcast<WordFrequencies> frequencies =
        context.broadcast(WordFrequencies.of(texts.map(row -> row.getString(2))));
    return texts.map(
        row ->
            new Signature(
                Stories.key(row.getString(0)),
                row.isNullAt(1) ? null : day(row.getDate(1)),
                Words.of(Replies.are(row.getString(3)) ? "" : row.getString(2)),
                frequencies.value()));
  }

  private static int day(Date date) {
    return (int) date.toLocalDate().toEpochDay();
  }
}
