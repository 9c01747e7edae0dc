package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.shuffle.Lists;
import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * What articles say themselves, without what their sources repeat: found before anything is counted
 * or compared.
 */
public final class OwnTexts implements AutoCloseable {
  /** The parts of an article that are its own. */
  public static final class Own implements Serializable {
    private static final long serialVersionUID = 1;
    private final String headline;
    private final String body;

    /** A headline and a body. */
    public Own(String headline, String body) {
      this.headline = headline;
      this.body = body;
    }

    /** The title without its outlet's name. */
    public String headline() {
      return headline;
    }

    /** Empty for an article that says nothing but what others say too. */
    public String body() {
      return body;
    }
  }

  private final JavaRDD<Row> articles;
  private final StructType schema;
  private final JavaRDD<ArrayList<ArticlePassages>> kept;
  private final JavaRDD<ArticlePassages> passages;
  private final Broadcast<Boilerplate> boilerplate;

  private OwnTexts(JavaRDD<Row> articles, StructType schema) {
    this.articles = articles;
    this.schema = schema;
    int source = schema.fieldIndex("source");
    int title = schema.fieldIndex("title");
    int body = schema.fieldIndex("body");
    int original = schema.fieldIndex("duplicate_of");
    kept =
        Lists.of(
                articles.map(
                    row ->
                        ArticlePassages.of(
                            row.getString(source),
                            row.getString(title),
                            row.getString(body),
                            row.isNullAt(original))))
            .persist(StorageLevel.MEMORY_AND_DISK());
    passages = kept.flatMap(ArrayList::iterator);
    boilerplate =
        JavaSparkContext.fromSparkContext(articles.context())
            .broadcast(Boilerplate.of(passages.filter(ArticlePassages::original)));
  }

  /**
   * Learns what each source repeats in its originals.
   *
   * @param articles with source, title, body, duplicate_of and stub; used twice, so the caller may
   *     want to cache them
   */
  public static OwnTexts of(JavaRDD<Row> articles, StructType schema) {
    return new OwnTexts(articles, schema);
  }

  /** The articles, each with its own parts, in their order. */
  public JavaRDD<Tuple2<Row, Own>> own() {
    int source = schema.fieldIndex("source");
    int title = schema.fieldIndex("title");
    int body = schema.fieldIndex("body");
    int stub = schema.fieldIndex("stub");
    Broadcast<Boilerplate> learned = boilerplate;
    return articles
        .zip(passages)
        .map(
            article -> {
              Row row = article._1();
              String from = row.getString(source);
              Boilerplate common = learned.value();
              String own =
                  row.getBoolean(stub)
                      ? ""
                      : common.hasAny(article._2())
                          ? OwnText.of(common, from, row.getString(title), row.getString(body))
                          : row.getString(body);
              return new Tuple2<>(row, new Own(common.headline(from, row.getString(title)), own));
            });
  }

  /** Lets go what was learned: {@link #own} cannot be computed any more. */
  @Override
  public void close() {
    kept.unpersist(false);
    boilerplate.unpersist();
  }
}
