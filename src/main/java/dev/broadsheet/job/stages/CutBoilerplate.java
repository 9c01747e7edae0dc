package dev.broadsheet.job.stages;

import dev.broadsheet.articles.boilerplate.OwnTexts;
import dev.broadsheet.articles.boilerplate.OwnTexts.Own;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.text.Languages;
import dev.broadsheet.text.Snippet;
import java.util.Arrays;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * From articles as they were printed to what they say.
 *
 * @param articles what {@link FindDuplicates} found; released
 */
public record CutBoilerplate(Context context, JavaRDD<Row> articles)
    implements Stage<Dataset<Row>> {
  private static final int TITLE = FindDuplicates.ARTICLES.fieldIndex("title");
  private static final int BODY = FindDuplicates.ARTICLES.fieldIndex("body");

  /** The last column, which nobody asks for again. */
  private static final int STUB = FindDuplicates.ARTICLES.fieldIndex("stub");

  private static final StructType CLEANED =
      new StructType(Arrays.copyOf(FindDuplicates.ARTICLES.fields(), STUB))
          .add("headline", DataTypes.StringType)
          .add("language", DataTypes.StringType)
          .add("snippet", DataTypes.StringType)
          .add("words", DataTypes.IntegerType)
          .add("own_words", DataTypes.IntegerType);

  /**
   * Articles whose body is what {@link OwnTexts} leaves of it, with headline, words (of the whole
   * body), own_words, snippet and language, cached, in the order that they come in.
   */
  @Override
  public Outcome<Dataset<Row>> run() {
    if (context.config().whitespace()) {
      return cleaned(uncut());
    }
    try (OwnTexts texts = OwnTexts.of(articles, FindDuplicates.ARTICLES)) {
      return cleaned(ofOwn(texts.own()));
    }
  }

  private Outcome<Dataset<Row>> cleaned(Dataset<Row> described) {
    Dataset<Row> cleaned = context.cache().keep(described);
    long[] counts =
        Rows.of(cleaned.select("words", "own_words"))
            .map(row -> counts(row.getInt(0), row.getInt(1)))
            .fold(new long[4], CutBoilerplate::sum);
    context.cache().release(articles);
    return new Outcome<>(
        cleaned,
        counts[2],
        "%,d of %,d words are repeated by their source, in %,d articles; %,d say nothing else"
            .formatted(counts[0] - counts[1], counts[0], counts[2], counts[3]));
  }

  /** Words, own words, whether something is cut, whether nothing is left. */
  private static long[] counts(int words, int own) {
    return new long[] {words, own, own < words ? 1 : 0, own == 0 ? 1 : 0};
  }

  private static long[] sum(long[] a, long[] b) {
    return new long[] {a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3]};
  }

  /** The same of articles whose titles and bodies are their own, as they are. */
  public Dataset<Row> uncut() {
    return ofOwn(
        articles.map(row -> new Tuple2<>(row, new Own(row.getString(TITLE), row.getString(BODY)))));
  }

  private Dataset<Row> ofOwn(JavaRDD<Tuple2<Row, Own>> own) {
    boolean detect = !context.config().whitespace();
    return Rows.dataset(
        context.spark(),
        own.map(article -> described(article._1(), article._2(), detect)),
        CLEANED);
  }

  private static Row described(Row article, Own own, boolean detect) {
    Object[] values = new Object[CLEANED.size()];
    for (int i = 0; i < STUB; i++) {
      values[i] = i == BODY ? own.body() : article.get(i);
    }
    String whole = article.getString(BODY);
    String language = detect ? Languages.of(own.body()).orElse(null) : null;
    int words = Languages.words(whole, language);
    values[STUB] = own.headline();
    values[STUB + 1] = language;
    values[STUB + 2] = Snippet.of(own.body());
    values[STUB + 3] = words;
    values[STUB + 4] = own.body().equals(whole) ? words : Languages.words(own.body(), language);
    return RowFactory.create(values);
  }
}
