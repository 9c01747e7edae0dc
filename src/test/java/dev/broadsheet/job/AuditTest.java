package dev.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.dates.DateRange;
import dev.broadsheet.job.config.Option;
import dev.broadsheet.runs.Audit;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.tables.Expectations;
import dev.broadsheet.tables.Table;
import dev.broadsheet.tables.Tables;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit reads what was written: here, a table is damaged after the writing. */
@SparkTest
class AuditTest {
  private static final Expectations EXPECTED =
      new Expectations(
          4,
          0,
          0,
          Optional.of("en"),
          Optional.empty(),
          Map.of(),
          1,
          0.1,
          Optional.of(DateRange.parse("2022-01-01..2022-01-04")),
          List.of());

  @TempDir static Path written;
  private static RunResult run;

  @TempDir Path folder;

  @BeforeAll
  static void writeTables() {
    var corpus = new Corpus(written.resolve("input"));
    for (int i = 0; i < 4; i++) {
      corpus.article(
          i + ".txt",
          "Flood",
          "2022010" + (1 + i),
          "",
          "The river rose in Orlin over bridge " + i + " today.");
    }
    run =
        Jobs.run(
            Jobs.config(
                written.resolve("input"),
                written.resolve("output"),
                Option.TOPICS,
                1,
                Option.RUN_ID,
                "whole"));
  }

  private WrittenTables copy(SparkSession spark) {
    return WrittenTables.copy(spark, written.resolve("output/runs/whole"), folder);
  }

  @Test
  void whatWasPublishedPassesAgainInOneJobWithoutAnyQuery(SparkSession spark) {
    WrittenTables tables = copy(spark);
    var jobs = new CopyOnWriteArrayList<String>();
    var queries = new CopyOnWriteArrayList<String>();
    var listener =
        new SparkListener() {
          @Override
          public void onJobStart(SparkListenerJobStart job) {
            jobs.add("job " + job.jobId());
          }

          @Override
          public void onOtherEvent(SparkListenerEvent event) {
            if (event instanceof SparkListenerSQLExecutionStart start) {
              queries.add(start.description());
            }
          }
        };
    waitUntilEmpty(spark);
    spark.sparkContext().addSparkListener(listener);
    Audit.Report report = tables.audit(EXPECTED);
    waitUntilEmpty(spark);
    assertThat(jobs).hasSize(1);
    Manifest.TableEntry checks = Audit.describe(spark, tables.run(), Tables.CHECKS.described());
    waitUntilEmpty(spark);
    spark.sparkContext().removeSparkListener(listener);
    assertThat(jobs).as("a small table is described without a job").hasSize(1);
    assertThat(queries).isEmpty();
    assertThat(report.checks()).filteredOn(Check::forbidsPublication).isEmpty();
    assertThat(report.checks())
        .extracting(Check::check, Check::detail)
        .startsWith(
            tuple("values_present", "no null where none may be"),
            tuple("rows_unique", "no rows with the key of another"),
            tuple("ranks_dense", "no groups whose ranks have gaps"));
    assertThat(run.manifest().tables()).containsAll(report.tables()).contains(checks);
  }

  @Test
  void theHashIsTheSumOfXxhash64InSql(SparkSession spark) {
    for (Table table : Tables.all()) {
      String columns =
          Arrays.stream(table.schema().fieldNames())
              .filter(column -> !table.clockReadings().contains(column))
              .map(column -> "`" + column + "`")
              .collect(Collectors.joining(", "));
      BigDecimal sum =
          spark
              .read()
              .parquet(written.resolve("output/runs/whole").resolve(table.name()).toString())
              .selectExpr(
                  "coalesce(sum(cast(xxhash64(%s) as decimal(20,0))), 0)".formatted(columns))
              .head()
              .getDecimal(0);
      assertThat(run.manifest().tables())
          .filteredOn(entry -> entry.name().equals(table.name()))
          .extracting(Manifest.TableEntry::hash)
          .containsExactly("%016x".formatted(sum.toBigInteger().longValue()));
    }
  }

  /** Table, what stands there instead, the errors, and what one of them says. */
  static Stream<Arguments> damages() {
    return Stream.of(
        arguments(
            "articles",
            "select * from t union all (select * from t limit 1) order by article_id",
            "rows_unique records_accounted_for topics_agree days_agree",
            "rows with the key of another: articles 1"),
        arguments(
            "articles",
            "select * from t order by article_id desc",
            "rows_unique",
            "rows not in the order of their keys: articles 3"),
        arguments(
            "terms",
            "select if(term = 'river', null, term) term, * except (term) from t order by 1 nulls"
                + " first",
            "values_present",
            "null where none may be: terms 1"),
        arguments(
            "article_terms",
            "select * from t where rank <> 1 order by article_id, rank",
            "ranks_dense",
            "groups whose ranks have gaps: article_terms 4"),
        arguments(
            "article_topics",
            "select * except (weight), weight * 0.9 weight from t order by article_id",
            "weights_add_up",
            "the farthest that an article's weights are from 1 together"),
        arguments(
            "article_topics",
            "select * except (weight), cast('NaN' as double) weight from t order by article_id",
            "weights_add_up",
            "the farthest that an article's weights are from 1 together"),
        arguments(
            "topics",
            "select * except (articles), articles + 2 articles from t",
            "topics_agree sources_agree",
            "articles by topic against articles with a topic"),
        arguments(
            "topic_terms",
            "select * from t where topic_id <> 1",
            "topics_have_terms",
            "topics without terms"),
        arguments(
            "topic_days",
            "select * from t where day <> date'2022-01-02' order by topic_id, day",
            "days_continuous days_agree",
            "days or topics missing in topic_days"),
        arguments(
            "names",
            "select * from t where name <> 'Orlin'",
            "names_agree",
            "articles and names in name_days beyond those in names"),
        arguments(
            "topic_sources",
            "select * except (articles), articles + 1 articles from t",
            "sources_agree",
            "articles by topic and source against articles by topic"),
        arguments(
            "similar_articles",
            "select * except (other_id), article_id other_id from t order by article_id, rank",
            "similar_are_others",
            "articles that are similar to themselves"),
        arguments(
            "stories",
            "select * from t union all select 'x', 'X', 2L, 1L, null, null, null",
            "stories_agree",
            "articles in story_articles against articles and stories, and one first article a"
                + " story"),
        arguments(
            "days",
            "select * except (rejected), rejected + 1 rejected from t order by day, source",
            "days_agree",
            "articles, rejected records and topics by day against the tables of them"));
  }

  @ParameterizedTest(name = "{0}: {2}, by {1}")
  @MethodSource("damages")
  void aDamagedTableFails(String table, String sql, String failed, String detail) {
    WrittenTables tables = copy(SparkTest.Session.session());
    tables.damage(table, sql);
    List<Check> errors =
        tables.audit(EXPECTED).checks().stream().filter(Check::forbidsPublication).toList();
    assertThat(errors).extracting(Check::check).containsExactly(failed.split(" "));
    assertThat(errors).extracting(Check::detail).contains(detail);
  }

  private static void waitUntilEmpty(SparkSession spark) {
    try {
      spark.sparkContext().listenerBus().waitUntilEmpty();
    } catch (java.util.concurrent.TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }
}
