package dev.broadsheet.tables;

import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.DateRange;
import dev.broadsheet.dates.Period;
import dev.broadsheet.dates.Periods;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two sets of articles whose terms are compared. No article is in both.
 *
 * @param name what people call it
 */
record Comparison(String name, Side a, Side b) {
  private static final String REST = "%s against the rest";

  /** One of the sets: whether an article is in it. */
  interface Side extends Serializable {
    boolean has(Article article);
  }

  /**
   * All comparisons of a run: the last period, each of the largest sources, and what was asked for.
   */
  static List<Comparison> of(
      Periods periods, List<String> sources, Optional<DateContrast> compare) {
    List<Comparison> comparisons = new ArrayList<>();
    periods.last().map(day -> ofPeriod(periods.period(), day)).ifPresent(comparisons::add);
    sources.stream().map(Comparison::ofSource).forEach(comparisons::add);
    compare.map(Comparison::ofDates).ifPresent(comparisons::add);
    return comparisons;
  }

  /** A period against all other days; articles without a date are in neither. */
  private static Comparison ofPeriod(Period period, LocalDate day) {
    LocalDate start = period.start(day);
    return new Comparison(
        REST.formatted(period.name(day)),
        article -> article.hasDay() && period.start(article.published()).equals(start),
        article -> article.hasDay() && !period.start(article.published()).equals(start));
  }

  /** A source against everything else, also that without a source. */
  private static Comparison ofSource(String source) {
    return new Comparison(
        REST.formatted("source " + source),
        article -> source.equals(article.source()),
        article -> !source.equals(article.source()));
  }

  private static Comparison ofDates(DateContrast dates) {
    return new Comparison(
        "%s against %s".formatted(dates.a(), dates.b()), within(dates.a()), within(dates.b()));
  }

  private static Side within(DateRange dates) {
    long first = dates.first().toEpochDay();
    long last = dates.last().toEpochDay();
    return article -> article.hasDay() && article.day() >= first && article.day() <= last;
  }
}
