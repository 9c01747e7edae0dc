package dev.broadsheet.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import dev.broadsheet.articles.InputException;
import dev.broadsheet.dates.DateAxis;
import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.DateRange;
import dev.broadsheet.text.ArticleAnalyzer;
import dev.broadsheet.text.Languages;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** From articles to words, in the language of the corpus: a stage of the job. */
final class Analysing {
  private final JobConfig config;
  private final Cache cache;

  Analysing(JobConfig config, Cache cache) {
    this.config = config;
    this.cache = cache;
  }

  /** Analyses the articles of a run that began today. */
  Stages.Outcome<Texts> analyse(Dataset<Row> articles, LocalDate today) {
    String main = config.whitespace() ? null : Languages.main(articles).orElse("en");
    String language = config.whitespace() ? null : config.language().orElse(main);
    var analyzer =
        config.whitespace()
            ? new ArticleAnalyzer().setLanguage(ArticleAnalyzer.WHITESPACE)
            : new ArticleAnalyzer()
                .setLanguage(language)
                .setOutputCol("words")
                .setPositionsCol("positions");
    Dataset<Row> spoken = config.whitespace() ? articles : Languages.settle(articles, main);
    Column original = col("duplicate_of").isNull();
    Column modelled =
        config.whitespace() ? original : original.and(col("language").equalTo(lit(language)));
    Dataset<Row> documents = spoken.where(modelled);
    Dataset<Row> tokens =
        cache.keep(
            analyzer
                .copy(analyzer.extractParamMap())
                .setSurfacesCol("surfaces")
                .transform(
                    documents.select(
                        col("article_id"),
                        concat_ws("\n", col("headline"), col("body")).as("text")))
                .drop("text"));
    long count = tokens.where(size(col("surfaces")).gt(0)).count();
    Dataset<Row> metadata = cache.keepAsSource(spoken.drop("body", "headline"));
    Row facts =
        metadata
            .agg(
                functions.count(lit(1)),
                count_if(modelled.and(compared(DateContrast::a))),
                count_if(modelled.and(compared(DateContrast::b))))
            .head();
    long all = facts.getLong(0);
    DateAxis axis = axis(metadata, today);
    refuseEmptySides(facts.getLong(1), facts.getLong(2), axis.dates());
    Dataset<Row> bodies = documents.select("article_id", "body");
    return new Stages.Outcome<>(
        new Texts(List.of(analyzer), language, metadata, tokens, count, axis, bodies),
        count,
        "%,d of %,d articles%s to model"
            .formatted(count, all, language == null ? "" : ", in " + language + ","));
  }

  private static DateAxis axis(Dataset<Row> articles, LocalDate today) {
    Map<LocalDate, Long> days = new HashMap<>();
    articles
        .where(col("published").isNotNull())
        .groupBy("published")
        .count()
        .collectAsList()
        .forEach(day -> days.put(day.getDate(0).toLocalDate(), day.getLong(1)));
    return DateAxis.of(days, today);
  }

  private Column compared(Function<DateContrast, DateRange> side) {
    return config
        .compare()
        .map(sides -> side.apply(sides).contains(col("published")))
        .orElse(lit(true));
  }

  private void refuseEmptySides(long a, long b, Optional<DateRange> dates) {
    if (config.compare().isEmpty() || (a > 0 && b > 0)) {
      return;
    }
    DateContrast sides = config.compare().get();
    throw new InputException(
        "Cannot compare %s with %s: no article to model is of %s; %s. Change --compare."
            .formatted(
                sides.a(),
                sides.b(),
                a > 0 ? sides.b() : sides.a(),
                dates.map(d -> "the articles are of " + d).orElse("no article has a date")));
  }
}
