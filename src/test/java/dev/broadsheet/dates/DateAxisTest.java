package dev.broadsheet.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateAxisTest {
  private static final LocalDate TODAY = LocalDate.parse("2024-06-01");

  /** Articles a day, from a first day on. */
  private static TreeMap<LocalDate, Long> daily(String first, int days, long articles) {
    var counts = new TreeMap<LocalDate, Long>();
    for (int i = 0; i < days; i++) {
      counts.put(LocalDate.parse(first).plusDays(i), articles);
    }
    return counts;
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01, 1",
    "1601-01-01, 2",
    "2023-10-01, 2",
    "2004-02-29, 3",
  })
  void aHundredthOfTheArticlesFarAwayIsCutOff(String day, long articles) {
    Map<LocalDate, Long> counts = daily("2024-03-01", 30, 10);
    counts.put(LocalDate.parse(day), articles);
    DateAxis axis = DateAxis.of(counts, TODAY);
    assertThat(axis.dates()).hasToString("Optional[2024-03-01..2024-03-30]");
    assertThat(axis.strayArticles()).isEqualTo(articles);
    assertThat(DateAxis.named(axis.stray())).isEqualTo(day + " (" + articles + ")");
  }

  @Test
  void aDayThatStandsForNoDateIsCutOffHoweverManyHaveIt() {
    Map<LocalDate, Long> counts = daily("2024-03-01", 30, 10);
    counts.put(LocalDate.parse("1970-01-01"), 60L);
    DateAxis axis = DateAxis.of(counts, TODAY);
    assertThat(axis.dates()).hasToString("Optional[2024-03-01..2024-03-30]");
    assertThat(axis.strayArticles()).isEqualTo(60);
    counts.put(LocalDate.parse("1970-01-01"), 300L);
    assertThat(DateAxis.of(counts, TODAY).dates()).hasToString("Optional[1970-01-01..2024-03-30]");
  }

  @Test
  void whatIsFarButNotRareOrRareButNearIsKept() {
    Map<LocalDate, Long> counts = daily("2024-03-01", 30, 10);
    counts.put(LocalDate.parse("2020-01-01"), 4L);
    assertThat(DateAxis.of(counts, TODAY).dates()).hasToString("Optional[2020-01-01..2024-03-30]");
    counts.remove(LocalDate.parse("2020-01-01"));
    counts.put(LocalDate.parse("2024-02-01"), 1L);
    assertThat(DateAxis.of(counts, TODAY).dates()).hasToString("Optional[2024-02-01..2024-03-30]");
  }

  @Test
  void ofAFewDozenArticlesOnlyWhatIsVeryFarIsCutOff() {
    Map<LocalDate, Long> counts = daily("2024-03-01", 20, 1);
    counts.put(LocalDate.parse("2023-06-01"), 1L);
    assertThat(DateAxis.of(counts, TODAY).strayArticles()).isZero();
    counts.put(LocalDate.parse("1970-01-01"), 1L);
    assertThat(DateAxis.of(counts, TODAY).dates()).hasToString("Optional[2023-06-01..2024-03-20]");
  }

  @Test
  void daysAfterTomorrowAreNoAxis() {
    Map<LocalDate, Long> counts = daily("2024-05-20", 14, 1);
    counts.put(LocalDate.parse("2024-06-03"), 5L);
    counts.put(LocalDate.parse("2199-12-31"), 50L);
    DateAxis axis = DateAxis.of(counts, TODAY);
    assertThat(axis.dates()).hasToString("Optional[2024-05-20..2024-06-02]");
    assertThat(axis.futureArticles()).isEqualTo(55);
    assertThat(DateAxis.named(axis.future())).isEqualTo("2024-06-03 (5), 2199-12-31 (50)");
    assertThat(axis.strayArticles()).isZero();
    assertThat(DateAxis.of(Map.of(TODAY.plusDays(9), 3L), TODAY).dates()).isEmpty();
    assertThat(DateAxis.of(Map.of(), TODAY).dates()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"5, 40", "60, 7300", "300, 28", "1000, 9000", "1, 1", "12, 3000"})
  void anArchiveOfDaysByChanceKeepsItsWholeRange(int articles, int days) {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var counts = new TreeMap<LocalDate, Long>();
      for (int i = 0; i < articles; i++) {
        counts.merge(TODAY.minusDays(random.nextInt(days)), 1L, Long::sum);
      }
      assertThat(DateAxis.of(counts, TODAY).strayArticles()).as("seed %d", seed).isZero();
    }
  }

  @Test
  void anArchiveThatGrewFromAFewArticlesAYearKeepsItsBeginning() {
    var counts = daily("2015-01-01", 2000, 5);
    for (int year = 1998; year < 2015; year++) {
      counts.put(LocalDate.of(year, 6, 1), 1L);
      counts.put(LocalDate.of(year, 12, 20), 1L);
    }
    assertThat(DateAxis.of(counts, TODAY).dates()).hasToString("Optional[1998-06-01..2020-06-22]");
  }
}
