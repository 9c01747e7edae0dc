package dev.broadsheet.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.runs.Check;
import dev.broadsheet.runs.CheckedColumn;
import dev.broadsheet.runs.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run as a program reads it, from its manifest: what {@code show --json} prints, and {@code
 * docs/show.schema.json} describes. Fields are only added.
 *
 * @param current whether it is the run that readers see
 * @param seconds from its start to its end
 * @param rejected records by reason
 * @param since what changed since another run; null if that was not asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RunDocument(
    int formatVersion,
    String runId,
    boolean current,
    String path,
    Manifest.Status status,
    String started,
    String ended,
    long seconds,
    String period,
    Manifest.Versions versions,
    RunCounts counts,
    Map<String, Long> rejected,
    List<TableSize> tables,
    @JsonProperty("dataQualityAssertions") Assertions assertions,
    List<Manifest.TopicEntry> topics,
    Lineage lineage,
    RunChanges since) {

  private static final int FORMAT_VERSION = 1;

  /** Any reader can decode it, whatever it takes a terminal's encoding for. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  /** How large a table is, and the hash of what is in it. */
  record TableSize(String name, long rows, long bytes, String hash) {}

  /** The facet of OpenLineage with this name. */
  record Assertions(List<Assertion> assertions) {}

  /**
   * A check, in the words of OpenLineage, and then in ours.
   *
   * @param severity error: the run is not published if it fails; or warn
   * @param column with {@code table}: what the check is about; null where it is about several
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Assertion(
      String assertion,
      boolean success,
      String severity,
      String table,
      String column,
      double value,
      double limit,
      String detail) {

    private static Assertion of(Check check) {
      Optional<CheckedColumn> of = CheckedColumn.of(check.check());
      return new Assertion(
          check.check(),
          check.passed(),
          check.level() == Check.Level.ERROR ? "error" : "warn",
          of.map(CheckedColumn::table).orElse(null),
          of.map(CheckedColumn::column).orElse(null),
          check.value(),
          check.limit(),
          check.detail());
    }
  }

  /**
   * What the run was made of.
   *
   * @param fingerprint the same exactly when the input files are the same
   * @param previousRun the run whose topics it could go on from; null for a first run
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Lineage(
      List<String> inputs,
      String fingerprint,
      String previousRun,
      List<Manifest.TopicLink> topics) {}

  /**
   * The document of a run.
   *
   * @param isCurrent whether it is the run that readers see
   * @param path where it is
   */
  static RunDocument of(
      Manifest run, boolean isCurrent, String path, Optional<RunChanges> changes) {
    return new RunDocument(
        FORMAT_VERSION,
        run.runId(),
        isCurrent,
        path,
        run.status(),
        run.started(),
        run.ended(),
        Duration.between(Instant.parse(run.started()), Instant.parse(run.ended())).toSeconds(),
        run.period(),
        run.versions(),
        RunCounts.of(run),
        run.quarantine(),
        run.tables().stream()
            .map(table -> new TableSize(table.name(), table.rows(), table.bytes(), table.hash()))
            .toList(),
        new Assertions(run.checks().stream().map(Assertion::of).toList()),
        run.topics(),
        new Lineage(
            run.input().paths(), run.input().fingerprint(), run.previousRun(), run.lineage()),
        changes.orElse(null));
  }

  /** As JSON, in ASCII. */
  String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
