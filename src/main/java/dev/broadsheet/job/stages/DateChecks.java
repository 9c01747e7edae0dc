package dev.broadsheet.job.stages;

import dev.broadsheet.dates.CrowdedDay;
import dev.broadsheet.dates.DateAxis;
import dev.broadsheet.runs.Check;
import java.util.List;

/** What is remarkable about the days of the articles. */
public final class DateChecks {
  private DateChecks() {}

  public static List<Check> of(DateAxis axis) {
    String range = axis.dates().map(Object::toString).orElse("no day");
    double crowd = axis.busiest().map(day -> (double) day.getValue() / axis.articles()).orElse(0.0);
    boolean judged = CrowdedDay.isJudged(axis.daysWithArticles());
    return List.of(
        Check.warning(
            "future_dates",
            axis.futureArticles(),
            0,
            axis.futureArticles() == 0
                ? "articles of days after tomorrow"
                : "articles of days after tomorrow, in no table by day: "
                    + DateAxis.named(axis.future().descendingMap())),
        Check.warning(
            "stray_dates",
            axis.strayArticles(),
            0,
            axis.strayArticles() == 0
                ? "articles of days far from those of all others"
                : "articles of days far from %s, in no table by day: %s"
                    .formatted(range, DateAxis.named(axis.stray()))),
        Check.warning(
            "crowded_day",
            judged ? crowd : 0,
            CrowdedDay.MOST,
            judged
                ? "part of the articles that is of one day, %s; is that the day on which they were collected? No topic and no term flares up on it"
                    .formatted(axis.busiest().orElseThrow().getKey())
                : "part of the articles that is of one day, in archives of three weeks and more"));
  }
}
