package dev.broadsheet.job.stages;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import dev.broadsheet.articles.input.InputException;
import dev.broadsheet.dates.DateAxis;
import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.DateRange;
import dev.broadsheet.shuffle.Rows;
import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.text.Languages;
import dev.broadsheet.text.TokenBlock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * From articles to words, in the language of the corpus.
 *
 * @param today when the run began
 */
public record AnalyseText(Context context, Dataset<Row> articles, LocalDate today)
    implements Stage<Texts> {
  /** The columns of counts by day and language. */
  private static final int ARTICLES = 2;

  private static final int MODELLED = 3;
  private static final int ORIGINALS = 4;

  @Override
  public Outcome<Texts> run() {
    String main = context.config().whitespace() ? null : Languages.main(articles).orElse("en");
    String language =
        context.config().whitespace() ? null : context.config().language().orElse(main);
    var analyzer =
        context.config().whitespace()
            ? new ArticleAnalyzer().setLanguage(ArticleAnalyzer.WHITESPACE)
            : new ArticleAnalyzer()
                .setLanguage(language)
                .setOutputCol("words")
                .setPositionsCol("positions");
    Dataset<Row> spoken =
        context.config().whitespace() ? articles : Languages.settle(articles, main);
    Column original = col("duplicate_of").isNull();
    Column modelled =
        context.config().whitespace()
            ? original
            : original.and(col("language").equalTo(lit(language)));
    Dataset<Row> documents = spoken.where(modelled);
    JavaRDD<TokenBlock> tokens =
        context
            .cache()
            .keep(
                analyzer.blocks(
                    Rows.of(
                        documents.select(
                            col("article_id"), concat_ws("\n", col("headline"), col("body"))))));
    long count = Texts.nonEmpty(tokens);
    Dataset<Row> metadata = context.cache().keep(spoken.drop("body", "headline"));
    List<Row> days =
        metadata
            .groupBy("published", "language")
            .agg(functions.count(lit(1)), count_if(modelled), count_if(original))
            .collectAsList();
    DateAxis axis = axis(days, today);
    refuseEmptySides(days, axis.dates());
    long all = days.stream().mapToLong(day -> day.getLong(ARTICLES)).sum();
    Dataset<Row> bodies = documents.select("article_id", "body");
    return new Outcome<>(
        new Texts(
            List.of(analyzer),
            language,
            metadata,
            tokens,
            count,
            otherLanguages(days, language),
            axis,
            bodies),
        count,
        "%,d of %,d articles%s to model"
            .formatted(count, all, language == null ? "" : ", in " + language + ","));
  }

  private static DateAxis axis(List<Row> days, LocalDate today) {
    return DateAxis.of(
        days.stream()
            .filter(day -> !day.isNullAt(0))
            .collect(
                Collectors.groupingBy(
                    AnalyseText::date, Collectors.summingLong(day -> day.getLong(ARTICLES)))),
        today);
  }

  private static Map<String, Long> otherLanguages(List<Row> days, String language) {
    return days.stream()
        .filter(day -> language != null && !language.equals(day.getString(1)))
        .filter(day -> day.getLong(ORIGINALS) > 0)
        .collect(
            Collectors.groupingBy(
                day -> day.getString(1),
                TreeMap::new,
                Collectors.summingLong(day -> day.getLong(ORIGINALS))));
  }

  private static LocalDate date(Row day) {
    return day.getDate(0).toLocalDate();
  }

  /** How many articles to model a period has. */
  private static long within(DateRange period, List<Row> days) {
    return days.stream()
        .filter(day -> !day.isNullAt(0) && period.contains(date(day)))
        .mapToLong(day -> day.getLong(MODELLED))
        .sum();
  }

  private void refuseEmptySides(List<Row> days, Optional<DateRange> dates) {
    if (context.config().compare().isEmpty()) {
      return;
    }
    DateContrast sides = context.config().compare().get();
    long a = within(sides.a(), days);
    if (a > 0 && within(sides.b(), days) > 0) {
      return;
    }
    throw new InputException(
        "Cannot compare %s with %s: no article to model is of %s; %s. Change --compare."
            .formatted(
                sides.a(),
                sides.b(),
                a > 0 ? sides.b() : sides.a(),
                dates.map(d -> "the articles are of " + d).orElse("no article has a date")));
  }
}
