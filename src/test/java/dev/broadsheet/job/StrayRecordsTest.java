package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.runs.Check;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a run says of dates and addresses that are not what they seem, and what it does with them.
 */
@SparkTest
class StrayRecordsTest {
  private static final String[] WORDS = {
    "river", "bridge", "levee", "flood", "boat", "bank", "share", "lender", "rate", "loan", "vote",
    "party", "poll", "seat", "ballot"
  };

  private static String article(int i, String date, String url) {
    String body =
        IntStream.range(0, 25)
            .mapToObj(j -> WORDS[(i * 7 + j * (1 + i % 4)) % WORDS.length] + (i * j) % 9)
            .collect(Collectors.joining(" "));
    return "{\"headline\":\"Title %d\",\"published\":\"%s\",\"link\":\"%s\",\"content\":\"%s of case %d\"}\n"
        .formatted(i, date, url, body, i);
  }

  @Test
  void keepTheirPlaceButNotTheAxis(SparkSession spark, @TempDir Path folder) {
    var lines = new StringBuilder();
    for (int i = 0; i < 120; i++) {
      String url =
          i % 20 == 0 ? "https://a.example/" : i == 7 ? "unknown" : "https://a.example/" + i;
      lines.append(article(i, "2024-03-%02dT10:00:00Z".formatted(1 + i % 25), url));
    }
    lines.append(article(120, "1970-01-01T00:00:00Z", "https://a.example/old"));
    lines.append(article(121, "2199-12-31T00:00:00Z", "https://a.example/new"));
    new Corpus(folder.resolve("input")).file("a.jsonl", lines.toString());
    RunResult run =
        Jobs.run(
            Jobs.config(
                folder.resolve("input"),
                folder.resolve("output"),
                Option.TOPICS,
                2,
                Option.ANALYZER,
                "whitespace"));
    Map<String, Check> checks =
        run.manifest().checks().stream()
            .collect(Collectors.toMap(Check::check, Function.identity()));
    assertThat(run.manifest().published()).isTrue();
    assertThat(run.manifest().input().readAs())
        .isEqualTo(
            Map.of(
                "title=headline, date=published, url=link, body=content",
                122L,
                "dates yyyy-MM-dd time zone",
                122L));
    assertThat(checks.get("future_dates").detail())
        .isEqualTo("articles of days after tomorrow, in no table by day: 2199-12-31 (1)");
    assertThat(checks.get("stray_dates").detail())
        .isEqualTo(
            "articles of days far from 2024-03-01..2024-03-25, in no table by day: 1970-01-01 (1)");
    assertThat(checks.get("addresses_shared").passed()).isFalse();
    assertThat(checks.get("addresses_shared").detail()).endsWith(": https://a.example/ (6)");
    assertThat(checks.get("addresses_lost").detail()).contains("1 articles", "such as unknown;");
    assertThat(checks.get("crowded_day").passed()).isTrue();
    assertThat(run.manifest().period()).isEqualTo("week");
    assertThat(rows(spark, run, "articles", "published in ('1970-01-01', '2199-12-31')"))
        .isEqualTo(2);
    assertThat(rows(spark, run, "articles", "duplicate_of is not null")).isZero();
    for (String table : new String[] {"topic_days", "term_days", "days"}) {
      assertThat(rows(spark, run, table, "day not between '2024-03-01' and '2024-03-25'"))
          .as(table)
          .isZero();
    }
    assertThat(rows(spark, run, "days", "day is null")).isEqualTo(1);
  }

  private static long rows(SparkSession spark, RunResult run, String table, String where) {
    return spark.read().parquet(run.path() + "/" + table).where(where).count();
  }
}
