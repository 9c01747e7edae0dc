package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives of 200 articles with one thing wrong: exit code, what is counted, what to look at. */
@SparkTest
class ArchiveChecksTest {
  private static final int ARTICLES = 200;

  /** An article of which one thing may be otherwise. */
  private record Article(String date, String url, String body) {
    static Article plain(int i) {
      return new Article(
          LocalDate.parse("2024-03-01").plusDays(i % 28).toString(),
          "https://www.ledger.example/" + i,
          IntStream.range(0, 15)
              .mapToObj(j -> "word" + (15 * i + j))
              .collect(Collectors.joining(" ")));
    }

    Article dated(String other) {
      return new Article(other, url, body);
    }

    Article inOrderOf(String country) {
      String[] parts = date.split("-");
      return new Article(
          country.equals("us")
              ? parts[1] + "/" + parts[2] + "/" + parts[0]
              : parts[2] + "/" + parts[1] + "/" + parts[0],
          url.replace("www", country),
          body);
    }

    Article at(String other) {
      return new Article(date, other, body);
    }

    Article saying(String other) {
      return new Article(date, url, other);
    }

    String json(int i) {
      return "{\"title\":\"Title %d\",\"date\":\"%s\",\"url\":\"%s\",\"body\":\"%s\"}"
          .formatted(i, date, url, body);
    }
  }

  private static Arguments archive(
      String name, IntFunction<Article> articles, int code, String counts, String... checks) {
    return Arguments.of(name, articles, code, counts, List.of(checks));
  }

  static Stream<Arguments> archives() {
    String all = "200, 0 of them duplicates; 0 records rejected";
    return Stream.of(
        archive("nothing wrong", Article::plain, 0, all),
        archive(
            "the crawl's own day for what has no date",
            i -> i % 4 == 0 ? Article.plain(i).dated("2024-03-28") : Article.plain(i),
            0,
            all,
            "crowded_day"),
        archive(
            "1970 for what has no date",
            i -> i % 10 == 0 ? Article.plain(i).dated("1970-01-01T00:00:00Z") : Article.plain(i),
            0,
            all,
            "stray_dates"),
        archive(
            "two sources, of which one writes the day first and one the month",
            i -> Article.plain(i).inOrderOf(i % 2 == 0 ? "uk" : "us"),
            0,
            all + "|2024-03-01 to 2024-03-28, 28 days"),
        archive(
            "slips into the future",
            i -> i == 7 ? Article.plain(i).dated("2124-03-05") : Article.plain(i),
            0,
            all,
            "future_dates"),
        archive(
            "the feed's address in every tenth article",
            i ->
                i % 10 == 0
                    ? Article.plain(i).at("https://www.ledger.example/rss.xml")
                    : Article.plain(i),
            0,
            all,
            "addresses_shared"),
        archive(
            "addresses that are none",
            i -> i % 10 == 0 ? Article.plain(i).at("urn:uuid:" + i) : Article.plain(i),
            0,
            all,
            "addresses_lost"),
        archive(
            "a few bodies that say nothing",
            i -> i % 20 == 0 ? Article.plain(i).saying("nan") : Article.plain(i),
            0,
            "190, 0 of them duplicates; 10 records rejected"),
        archive(
            "many bodies that say nothing",
            i -> i % 5 == 0 ? Article.plain(i).saying("None") : Article.plain(i),
            3,
            "Cannot trust the input: 40 of 200 records are rejected"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void isReadAndWhatIsWrongIsSaid(
      String name,
      IntFunction<Article> articles,
      int code,
      String counts,
      List<String> checks,
      @TempDir Path folder,
      SparkSession spark) {
    new Corpus(folder)
        .file(
            "news.jsonl",
            IntStream.range(0, ARTICLES)
                .mapToObj(i -> articles.apply(i).json(i))
                .collect(Collectors.joining("\n")));
    var printed = new ByteArrayOutputStream();
    var out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(new Cli(out, out).run("check", "--input", folder.toString())).isEqualTo(code);
    String text = printed.toString(StandardCharsets.UTF_8);
    assertThat(text).contains(counts.split("\\|"));
    assertThat(
            Stream.of(
                "crowded_day", "stray_dates", "future_dates", "addresses_shared", "addresses_lost"))
        .filteredOn(check -> text.contains("\n  " + check + ": "))
        .containsExactlyElementsOf(checks);
  }
}
