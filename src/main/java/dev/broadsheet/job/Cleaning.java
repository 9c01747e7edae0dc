package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.sum;

import dev.broadsheet.articles.OwnTexts;
import dev.broadsheet.articles.OwnTexts.Own;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.text.Languages;
import dev.broadsheet.text.Snippet;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/** From articles as they were printed to what they say: a stage of the job. */
final class Cleaning {
  private static final StructType CLEANED =
      StructType.fromDDL(
          "headline string, language string, snippet string, words int, own_words int");

  private final JobConfig config;
  private final Cache cache;

  Cleaning(JobConfig config, Cache cache) {
    this.config = config;
    this.cache = cache;
  }

  /**
   * Articles whose body is what {@link OwnTexts} leaves of it, with headline, words (of the whole
   * body), own_words, snippet and language, cached, in the order that they come in.
   *
   * @param articles what {@link Identifying#identify} returns; released
   */
  Stages.Outcome<Dataset<Row>> clean(Dataset<Row> articles) {
    if (config.whitespace()) {
      return cleaned(articles, described(articles));
    }
    JavaRDD<Row> rows = Rows.of(articles);
    try (OwnTexts texts = OwnTexts.of(rows, articles.schema())) {
      return cleaned(articles, described(articles, texts.own()));
    }
  }

  private Stages.Outcome<Dataset<Row>> cleaned(Dataset<Row> articles, Dataset<Row> described) {
    Dataset<Row> cleaned = cache.keep(described.drop("stub"));
    Row facts =
        cleaned
            .agg(
                sum("words"),
                sum("own_words"),
                count_if(col("own_words").lt(col("words"))),
                count_if(col("own_words").equalTo(0)))
            .head();
    cache.release(articles);
    long cut = facts.getLong(0) - facts.getLong(1);
    return new Stages.Outcome<>(
        cleaned,
        facts.getLong(2),
        "%,d of %,d words are repeated by their source, in %,d articles; %,d say nothing else"
            .formatted(cut, facts.getLong(0), facts.getLong(2), facts.getLong(3)));
  }

  /** The same of articles whose titles and bodies are their own, as they are. */
  Dataset<Row> described(Dataset<Row> articles) {
    int title = articles.schema().fieldIndex("title");
    int body = articles.schema().fieldIndex("body");
    return described(
        articles,
        Rows.of(articles)
            .map(row -> new Tuple2<>(row, new Own(row.getString(title), row.getString(body)))));
  }

  private Dataset<Row> described(Dataset<Row> articles, JavaRDD<Tuple2<Row, Own>> own) {
    int body = articles.schema().fieldIndex("body");
    boolean detect = !config.whitespace();
    JavaRDD<Row> described =
        own.map(article -> described(article._1(), article._2(), body, detect));
    StructType schema = new StructType(concat(articles.schema().fields(), CLEANED.fields()));
    return Rows.dataset(articles.sparkSession(), described, schema);
  }

  private static <T> T[] concat(T[] some, T[] others) {
    T[] all = Arrays.copyOf(some, some.length + others.length);
    System.arraycopy(others, 0, all, some.length, others.length);
    return all;
  }

  private static Row described(Row article, Own own, int body, boolean detect) {
    Object[] values = new Object[article.size() + CLEANED.size()];
    for (int i = 0; i < article.size(); i++) {
      values[i] = i == body ? own.body() : article.get(i);
    }
    String language = detect ? Languages.of(own.body()).orElse(null) : null;
    int at = article.size();
    values[at] = own.headline();
    values[at + 1] = language;
    values[at + 2] = Snippet.of(own.body());
    String whole = article.getString(body);
    int words = Languages.words(whole, language);
    values[at + 3] = words;
    values[at + 4] = own.body().equals(whole) ? words : Languages.words(own.body(), language);
    return RowFactory.create(values);
  }
}
