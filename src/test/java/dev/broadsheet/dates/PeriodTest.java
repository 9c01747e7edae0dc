package dev.broadsheet.dates;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.SparkTest;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SparkTest
class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-23, DAY, 2026-11-23, 2026-11-23",
    "2026-11-23, WEEK, 2026-11-23, 2026-W48",
    "2026-11-29, WEEK, 2026-11-23, 2026-W48",
    "2027-01-03, WEEK, 2026-12-28, 2026-W53",
    "2024-12-30, WEEK, 2024-12-30, 2025-W01",
    "2024-02-29, MONTH, 2024-02-01, 2024-02"
  })
  void aDayIsInAPeriodThatHasAFirstDayAndAName(
      LocalDate day, Period period, LocalDate start, String name) {
    assertThat(period.start(day)).isEqualTo(start);
    assertThat(period.name(day)).isEqualTo(name);
  }

  @Test
  void sparkCountsPeriodsAsJavaDoes(SparkSession spark) {
    List<LocalDate> days = LocalDate.of(2024, 12, 20).datesUntil(LocalDate.of(2025, 3, 2)).toList();
    Dataset<Row> rows =
        spark.createDataset(days.stream().map(Date::valueOf).toList(), Encoders.DATE()).toDF("day");
    assertThat(
            rows.select(
                    Arrays.stream(Period.values())
                        .map(period -> period.start(col("day")))
                        .toArray(org.apache.spark.sql.Column[]::new))
                .collectAsList())
        .containsExactlyElementsOf(
            days.stream()
                .map(
                    day ->
                        RowFactory.create(
                            Arrays.stream(Period.values())
                                .map(period -> (Object) Date.valueOf(period.start(day)))
                                .toArray()))
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-01-01, DAY",
    "2026-01-01, 2026-01-14, DAY",
    "2026-01-01, 2026-01-15, WEEK",
    "2026-01-01, 2027-01-01, WEEK",
    "2026-01-01, 2027-01-02, MONTH"
  })
  void theDatesOfTheArticlesSuggestAPeriod(LocalDate first, LocalDate last, Period period) {
    var dates = new DateRange(first, last);
    assertThat(Period.suiting(dates)).isEqualTo(period);
    assertThat(Periods.of(Optional.of(Period.MONTH), Optional.of(dates)).last())
        .contains(last.withDayOfMonth(1));
  }

  @Test
  void withoutDatesThereIsNoLastPeriod() {
    assertThat(Periods.of(Optional.empty(), Optional.empty()).last()).isEmpty();
  }

  @Test
  void aRangeIsWrittenAsItIsRead() {
    DateRange january = DateRange.parse("2026-01-01..2026-01-31");
    assertThat(january.toString()).isEqualTo("2026-01-01..2026-01-31");
    assertThat(january.overlaps(DateRange.parse("2026-01-31..2026-02-01"))).isTrue();
    assertThat(january.overlaps(DateRange.parse("2026-02-01..2026-02-01"))).isFalse();
    for (String wrong :
        List.of("", "2026-01-01", "2026-01-02..2026-01-01", "2026-01-01..2026-01-40", "1..2..3")) {
      assertThatThrownBy(() -> DateRange.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
