package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.JsonDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShowTest {
  private static final String FIRST = "2026-11-22T020000Z";
  private static final String FAILED = "2026-11-23T020000Z";
  private static final String LAST = "2026-11-24T020000Z";

  @TempDir Path output;

  @BeforeEach
  void threeNights() throws IOException {
    night(
        FIRST,
        "published",
        "{\"check\": \"duplicates\", \"level\": \"warning\", \"value\": 0.6, \"limit\": 0.5,"
            + " \"passed\": false, \"detail\": \"repeated\"}",
        "{\"bad_date\": 3, \"bad_url\": 1}",
        "{\"topic_id\": 1, \"label\": \"river\", \"articles\": 5, \"share\": 0.5},"
            + "{\"topic_id\": 2, \"label\": \"storm\", \"articles\": 5, \"share\": 0.5}",
        "null",
        10,
        "");
    night(FAILED, "failed-audit", "", "{}", "", "\"" + FIRST + "\"", 0, "");
    night(
        LAST,
        "published",
        "{\"check\": \"duplicates\", \"level\": \"warning\", \"value\": 0.1, \"limit\": 0.5,"
            + " \"passed\": true, \"detail\": \"repeated\"},"
            + "{\"check\": \"rows_unique\", \"level\": \"error\", \"value\": 0, \"limit\": 0,"
            + " \"passed\": true, \"detail\": \"no rows\"},"
            + "{\"check\": \"few_articles\", \"level\": \"warning\", \"value\": 8, \"limit\": 0,"
            + " \"passed\": false, \"detail\": \"missing\"}",
        "{\"bad_date\": 1, \"bad_url\": 1}",
        "{\"topic_id\": 1, \"label\": \"Zürich, Ñandú\", \"articles\": 9, \"share\": 0.75},"
            + "{\"topic_id\": 3, \"label\": \"vote\", \"articles\": 3, \"share\": 0.25}",
        "\"" + FIRST + "\"",
        12,
        ", \"lineage\": [{\"topic_id\": 1, \"previous_id\": 1, \"status\": \"kept\"},"
            + "{\"topic_id\": 3, \"status\": \"new\"}, {\"previous_id\": 2, \"status\": \"gone\"}]");
    Files.writeString(output.resolve("CURRENT"), LAST + "\n");
  }

  private void night(
      String runId,
      String status,
      String checks,
      String quarantine,
      String topics,
      String previous,
      int articles,
      String more)
      throws IOException {
    String day = runId.substring(0, 10);
    Files.createDirectories(output.resolve("runs").resolve(runId));
    Files.writeString(
        output.resolve("runs").resolve(runId).resolve("manifest.json"),
        """
        {"format_version": 1, "run_id": "%s", "status": "%s",
         "started": "%sT02:00:00Z", "ended": "%sT02:00:42Z",
         "versions": {"broadsheet": "1", "spark": "4.1.0", "java": "17"}, "configuration": {},
         "input": {"paths": ["news", "s3a://papers/2026/a b.jsonl", "hdfs://node:9000/news"], "fingerprint": "f", "files": 2, "ignored_files": 0,
                   "bytes": 99, "records": %d, "outside": 0},
         "period": "day",
         "tables": [{"name": "articles", "rows": %d, "bytes": 7, "hash": "ab",
                     "schema": [{"name": "url", "type": "string"}]}],
         "checks": [%s], "stages": [], "quarantine": %s, "topics": [%s], "next_topic_id": 4,
         "previous_run": %s%s}
        """
            .formatted(
                runId,
                status,
                day,
                day,
                articles,
                articles,
                checks,
                quarantine,
                topics,
                previous,
                more));
  }

  private static String show(Object... options) {
    var out = new ByteArrayOutputStream();
    var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    String[] words = new String[options.length + 1];
    words[0] = "show";
    for (int i = 0; i < options.length; i++) {
      words[i + 1] = String.valueOf(options[i]);
    }
    new Cli(stream, stream).run(words);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void jsonHasStatusCountsChecksTopicsAndLineage() {
    String printed = show("--output", output, "--json");
    assertThat(printed).isASCII();
    JsonNode run = JsonDocuments.shown(printed);
    assertThat(run.get("run_id").textValue()).isEqualTo(LAST);
    assertThat(run.get("current").booleanValue()).isTrue();
    assertThat(run.get("status").textValue()).isEqualTo("published");
    assertThat(run.get("seconds").intValue()).isEqualTo(42);
    assertThat(run.get("counts"))
        .hasToString(
            "{\"files\":2,\"bytes\":99,\"records\":12,\"articles\":12,\"quarantine\":0,"
                + "\"outside\":0,\"left_out\":0,\"topics\":2}");
    assertThat(run.get("rejected")).hasToString("{\"bad_date\":1,\"bad_url\":1}");
    JsonNode checks = run.get("dataQualityAssertions").get("assertions");
    assertThat(checks.get(0))
        .hasToString(
            "{\"assertion\":\"duplicates\",\"success\":true,\"severity\":\"warn\","
                + "\"table\":\"articles\",\"column\":\"duplicate_of\",\"value\":0.1,"
                + "\"limit\":0.5,\"detail\":\"repeated\"}");
    assertThat(checks.get(1))
        .hasToString(
            "{\"assertion\":\"rows_unique\",\"success\":true,\"severity\":\"error\","
                + "\"value\":0.0,\"limit\":0.0,\"detail\":\"no rows\"}");
    assertThat(run.get("topics").get(0).get("label").textValue()).isEqualTo("Zürich, Ñandú");
    assertThat(run.get("lineage"))
        .hasToString(
            "{\"inputs\":[\"news\",\"s3a://papers/2026/a b.jsonl\",\"hdfs://node:9000/news\"],\"fingerprint\":\"f\",\"previous_run\":\"%s\",\"topics\":["
                    .formatted(FIRST)
                + "{\"topic_id\":1,\"previous_id\":1,\"status\":\"kept\"},"
                + "{\"topic_id\":3,\"status\":\"new\"},{\"previous_id\":2,\"status\":\"gone\"}]}");
    assertThat(run.has("since")).isFalse();
  }

  @Test
  void jsonOfARunThatFailedItsAuditSaysThatItIsNotCurrent() {
    JsonNode run = JsonDocuments.shown(show("--output", output, "--json", "--run", FAILED));
    assertThat(run.get("status").textValue()).isEqualTo("failed-audit");
    assertThat(run.get("current").booleanValue()).isFalse();
  }

  @Test
  void sinceSaysWhatChangedAndWhichRunsCameBetween() {
    JsonNode since =
        JsonDocuments.shown(show("--output", output, "--json", "--since", FIRST)).get("since");
    assertThat(since.get("runs").findValuesAsText("run_id")).containsExactly(FAILED, LAST);
    assertThat(since.get("counts").get("articles").intValue()).isEqualTo(2);
    assertThat(since.get("rejected")).hasToString("{\"bad_date\":-2}");
    assertThat(since.get("checks"))
        .hasToString("{\"failing\":[\"few_articles\"],\"mended\":[\"duplicates\"]}");
    assertThat(since.get("topics").get("appeared").findValuesAsText("label"))
        .containsExactly("vote");
    assertThat(since.get("topics").get("disappeared").findValuesAsText("label"))
        .containsExactly("storm");
    assertThat(since.get("topics").get("kept").get(0).get("articles_before").intValue())
        .isEqualTo(5);
  }

  @Test
  void sinceInWords() {
    assertThat(show("--output", output, "--since", FIRST))
        .endsWith(
            """

            Since run 2026-11-22T020000Z: 2026-11-23T020000Z failed its audit, 2026-11-24T020000Z; +2 records, +2 articles, +0 rejected, +0 topics
              check fails now   few_articles
              check passes now  duplicates
              new       3         3  vote
              gone      2         5  storm
              +4        1         9  Zürich, Ñandú
            """);
    assertThat(show("--output", output, "--since", "none"))
        .isEqualTo(
            "Cannot show run none: it has no manifest in %s. There are: %s, %s, %s.\n"
                .formatted(output, FIRST, FAILED, LAST));
  }

  @Test
  void openLineageIsToldWhatWasReadAndWhatWasWritten() throws IOException {
    String[] lines = show("--output", output, "--openlineage", "--run", FIRST).split("\n");
    assertThat(lines).hasSize(2);
    JsonNode start = new ObjectMapper().readTree(lines[0]);
    JsonNode end = new ObjectMapper().readTree(lines[1]);
    assertThat(start.get("eventType").textValue()).isEqualTo("START");
    assertThat(start.get("eventTime").textValue()).isEqualTo("2026-11-22T02:00:00Z");
    assertThat(start.has("outputs")).isFalse();
    assertThat(end.get("eventType").textValue()).isEqualTo("COMPLETE");
    assertThat(end.get("eventTime").textValue()).isEqualTo("2026-11-22T02:00:42Z");
    assertThat(end.get("run")).isEqualTo(start.get("run"));
    assertThat(end.at("/run/runId").textValue())
        .matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(end.at("/run/facets/tags/tags"))
        .hasToString(
            "[{\"key\":\"run_id\",\"value\":\"%s\",\"source\":\"BROADSHEET\"}]".formatted(FIRST));
    assertThat(end.get("job"))
        .hasToString("{\"namespace\":\"broadsheet\",\"name\":\"%s\"}".formatted(output));
    assertThat(end.get("inputs"))
        .hasToString(
            "[{\"namespace\":\"file\",\"name\":\"news\"},"
                + "{\"namespace\":\"s3://papers\",\"name\":\"2026/a b.jsonl\"},"
                + "{\"namespace\":\"hdfs://node:9000\",\"name\":\"/news\"}]");
    JsonNode table = end.get("outputs").get(0);
    assertThat(table.get("namespace").textValue()).isEqualTo("file");
    assertThat(table.get("name").textValue()).isEqualTo(output + "/runs/" + FIRST + "/articles");
    assertThat(table.at("/facets/schema/fields"))
        .hasToString("[{\"name\":\"url\",\"type\":\"string\"}]");
    assertThat(table.at("/outputFacets/outputStatistics/rowCount").intValue()).isEqualTo(10);
    assertThat(table.at("/outputFacets/outputStatistics/size").intValue()).isEqualTo(7);
    assertThat(table.at("/facets/schema/_schemaURL").textValue())
        .isEqualTo("https://openlineage.io/spec/facets/1-0-0/SchemaDatasetFacet.json");
    assertThat(show("--output", output, "--openlineage", "--run", FAILED))
        .isASCII()
        .contains("{\"eventType\":\"FAIL\",")
        .contains("\"rowCount\":0,");
  }

  @Test
  void theSchemaRefusesWhatItDoesNotKnow() {
    var run = (ObjectNode) JsonDocuments.shown(show("--output", output, "--json"));
    run.put("unknown", 1);
    run.remove("status");
    run.put("started", "yesterday");
    assertThat(JsonDocuments.violations(Path.of("docs/show.schema.json"), run)).hasSize(3);
  }
}
