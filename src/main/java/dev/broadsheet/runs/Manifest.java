package dev.broadsheet.runs;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a run says of itself, in {@code manifest.json}: the authority on whether it succeeded. Times
 * are ISO 8601 in UTC.
 *
 * @param configuration every option with its value and where that came from
 * @param period day, week or month: what {@code --period} named, or what suited the articles' dates
 * @param quarantine rejected records by reason
 * @param nextTopicId the smallest topic_id that no topic of this run or of those before ever had
 * @param previousRun the run that was current when this one began; null if there was none
 * @param lineage where topics came from, and what became of those of the run before; empty in early
 *     manifests
 */
public record Manifest(
    int formatVersion,
    String runId,
    Status status,
    String started,
    String ended,
    Versions versions,
    Map<String, Setting> configuration,
    Input input,
    String period,
    List<TableEntry> tables,
    List<Check> checks,
    List<Stage> stages,
    Map<String, Long> quarantine,
    List<TopicEntry> topics,
    int nextTopicId,
    String previousRun,
    List<TopicLink> lineage) {

  /** Early manifests do not say what became of topics. */
  public Manifest {
    lineage = lineage == null ? List.of() : lineage;
  }

  /** The name of its file. */
  static final String FILE = "manifest.json";

  /** The format that this version writes; within it, columns and fields are only added. */
  public static final int FORMAT_VERSION = 1;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          // Early manifests have the levels of checks in upper case.
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** How a run ended. */
  public enum Status {
    @JsonProperty("published")
    PUBLISHED(0),
    @JsonProperty("failed-audit")
    FAILED_AUDIT(4);

    private final int exitCode;

    Status(int exitCode) {
      this.exitCode = exitCode;
    }

    /** The exit code of the program that ended so. */
    public int exitCode() {
      return exitCode;
    }
  }

  /** What ran. */
  public record Versions(String broadsheet, String spark, String java) {}

  /** A configuration value and its source: default, file, or command line. */
  public record Setting(String value, String source) {}

  /**
   * What was read.
   *
   * @param fingerprint the same exactly when the files are the same
   * @param records all that were read
   * @param outside of these, articles outside of {@code --from} and {@code --to}
   * @param leftOut of these, how many of each kind are neither articles nor rejected, such as
   *     drafts; empty in early manifests
   * @param readAs what was found by looking, of fields, delimiters, encodings and dates, with the
   *     number of records; empty where all keeps to the contract, and in early manifests
   */
  public record Input(
      List<String> paths,
      String fingerprint,
      long files,
      long ignoredFiles,
      long bytes,
      long records,
      long outside,
      Map<String, Long> leftOut,
      Map<String, Long> readAs) {

    /** An early manifest does not say how its input was read. */
    public Input {
      leftOut = leftOut == null ? Map.of() : leftOut;
      readAs = readAs == null ? Map.of() : readAs;
    }
  }

  /**
   * A table.
   *
   * @param hash over the contents, whatever the order of rows and the number of files; readings of
   *     the clock ({@code seconds}) are left out, so that the same input, configuration, run id and
   *     run before give the same hash
   */
  public record TableEntry(String name, long rows, long bytes, String hash, List<Column> schema) {}

  /** A column of a table. */
  public record Column(String name, String type) {}

  /** A stage of the job. */
  public record Stage(String stage, double seconds, long rows) {}

  /** A topic, for those who look at the manifest only. */
  public record TopicEntry(int topicId, String label, long articles, double share) {}

  /**
   * Where a topic came from, or what became of one that the run before had.
   *
   * @param topicId a topic of this run; null for one that is gone
   * @param previousId a topic of the run before; null for a new one
   * @param status new, kept, split, merged or gone, as in the table topic_lineage
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TopicLink(Integer topicId, Integer previousId, String status) {}

  /** As JSON. */
  public String toJson() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * From JSON.
   *
   * @throws RunException if it is no manifest
   */
  public static Manifest fromJson(String json) {
    try {
      Manifest read = JSON.readValue(json, Manifest.class);
      if (read == null || read.lacksAPart()) {
        throw new RunException("it is no manifest (a part is missing).");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new RunException(
          "it is no manifest (%s)."
              .formatted(e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /** Of those that every version has written. */
  private boolean lacksAPart() {
    return Stream.of(
            runId,
            status,
            started,
            ended,
            versions,
            configuration,
            input,
            tables,
            checks,
            stages,
            quarantine,
            topics)
        .anyMatch(Objects::isNull);
  }

  /** Whether all checks that matter passed. */
  public boolean published() {
    return status == Status.PUBLISHED;
  }
}
