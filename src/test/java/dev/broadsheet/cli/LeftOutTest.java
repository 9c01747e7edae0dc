package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.Corpus;
import dev.broadsheet.SparkTest;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.Manifest;
import dev.broadsheet.runs.RunStore;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands beside articles in an export is neither read nor lost: it is counted. */
@SparkTest
class LeftOutTest {
  private static final String POST =
      "{\"title\":\"Title %1$d\",\"slug\":\"t%1$d\",\"status\":\"%2$s\",\"type\":\"%3$s\",\"body\":\"The"
          + " river rose by two metres and number %1$d said so in the morning.\"}";

  @TempDir Path folder;
  private String printed;

  private int broadsheet(String... words) {
    var bytes = new ByteArrayOutputStream();
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    int code = new Cli(out, out).run(words);
    printed = bytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  /** Of ten records three are drafts, two are pages, and the others published. */
  private void export(int records) {
    new Corpus(folder)
        .file(
            "news/posts.jsonl",
            IntStream.range(0, records)
                .mapToObj(
                    i ->
                        POST.formatted(
                            i,
                            i % 10 < 3 ? "draft" : "published",
                            i % 10 == 3 || i % 10 == 4 ? "page" : "post"))
                .collect(Collectors.joining("\n")));
  }

  @Test
  void halfOfAnExportMayBeDraftsAndPagesWhichAreCounted() {
    export(40);
    String out = folder.resolve("out").toString();
    String news = folder.resolve("news").toString();
    assertThat(broadsheet("run", "--input", news, "--output", out)).isZero();
    assertThat(printed).contains("40 records, 20 left out (drafts 12, pages 8)");
    RunStore store = RunStore.at(out);
    Manifest run = store.current().flatMap(store::manifest).orElseThrow();
    assertThat(run.input().records()).isEqualTo(40);
    assertThat(run.input().leftOut()).isEqualTo(Map.of("drafts", 12L, "pages", 8L));
    assertThat(run.quarantine()).isEmpty();
    assertThat(run.checks())
        .filteredOn(check -> check.check().equals("records_accounted_for"))
        .extracting(Check::detail)
        .containsExactly(
            "40 records = 20 articles + 0 in quarantine + 0 outside of the dates asked for + 20"
                + " left out");
    assertThat(broadsheet("show", "--output", out)).isZero();
    assertThat(printed)
        .contains(
            "40 records in 1 files: 20 articles, 0 rejected, 20 left out (drafts 12, pages 8)");
  }

  @Test
  void checkSaysHowManyOfEachKindAreLeftOut() {
    export(40);
    assertThat(broadsheet("check", "--input", folder.resolve("news").toString())).isZero();
    assertThat(printed)
        .contains(
            "articles   20, 0 of them duplicates; 0 records rejected, 20 left out (drafts 12, pages"
                + " 8)");
  }

  @Test
  void aTableLeavesOutWhatTheSameRecordsInJsonWould() {
    String head = "title,date,slug,published,body\n";
    new Corpus(folder)
        .file(
            "news/a.csv", head + "One,2024-01-01,one,true,Text.\nTwo,2024-01-02,two,false,Text.\n")
        .file(
            "news/b.csv",
            "_id,_type,title,date,body\n1,post,Three,2024-01-03,Text.\n"
                + "drafts.2,post,Four,2024-01-04,Text.\n");
    assertThat(broadsheet("check", "--input", folder.resolve("news").toString())).isZero();
    assertThat(printed).contains("articles   2, ", "2 left out (drafts 1, unpublished 1)");
  }

  @Test
  void aTableInParquetLeavesOutWhatTheSameRecordsInJsonWould(SparkSession spark) {
    new Corpus(folder)
        .file(
            "json/a.jsonl",
            """
            {"title":"One","Post_Status":"publish","post_type":"post","body":"Text one."}
            {"title":"Two","Post_Status":"draft","post_type":"post","body":"Text two."}
            {"title":"Six","Post_Status":"publish","post_type":"page","body":"Text six."}
            """)
        .file(
            "json/b.jsonl",
            """
            {"title":"Three","slug":"three","published":true,"body":"Text three."}
            {"title":"Four","slug":null,"published":false,"body":"Text four."}
            """)
        .file(
            "json/c.jsonl",
            """
            {"title":"Five","ns":0,"revision":{"id":1},"redirect":null,"body":"Text five."}
            {"title":"Seven","ns":0,"revision":{"id":2},"redirect":"Five","body":"Text seven."}
            {"title":"Eight","ns":1,"revision":{"id":3},"redirect":null,"body":"Text eight."}
            """);
    for (String name : List.of("a", "b", "c")) {
      spark
          .read()
          .json(folder.resolve("json/" + name + ".jsonl").toString())
          .write()
          .parquet(folder.resolve("news/" + name).toString());
    }
    assertThat(broadsheet("check", "--input", folder.resolve("news").toString())).isZero();
    assertThat(printed)
        .contains(
            "what is published of WordPress",
            "articles   3, ",
            "5 left out (drafts 1, pages 1, redirects 1, talk pages 1, unpublished 1)");
  }

  @Test
  void draftsDoNotHideThatWhatIsPublishedIsBad() {
    export(40);
    new Corpus(folder).file("news/bad.jsonl", "no\nno\nno\nno\n");
    assertThat(broadsheet("check", "--input", folder.resolve("news").toString())).isEqualTo(3);
    assertThat(printed).contains("4 of 24 records are rejected, more than --max-bad-ratio 0.1");
  }

  @Test
  void anExportOfDraftsOnlySaysThatItIs() {
    export(3);
    assertThat(broadsheet("check", "--input", folder.resolve("news").toString())).isEqualTo(3);
    assertThat(printed)
        .contains("none of 3 records is a published article, 3 left out (drafts 3)")
        .doesNotContain("have no records");
  }
}
