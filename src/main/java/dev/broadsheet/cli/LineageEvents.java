package dev.broadsheet.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.runs.Manifest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A run as OpenLineage's events, which {@code show --openlineage} prints: its start, with what it
 * read, and its end, with the tables that it wrote. The names of datasets are those that
 * OpenLineage's integration with Spark gives them, so that both make one graph.
 */
final class LineageEvents {
  private static final String SPEC = "https://openlineage.io/spec/";
  private static final Pattern URI = Pattern.compile("([a-z][a-z0-9+.-]*):(?://([^/]*))?(/.*|)");

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
          .build();

  private final Manifest manifest;
  private final String path;

  private LineageEvents(Manifest manifest, String path) {
    this.manifest = manifest;
    this.path = path;
  }

  private record Event(
      String eventType,
      String eventTime,
      Run run,
      Job job,
      List<Dataset> inputs,
      List<Dataset> outputs,
      String producer,
      String schemaURL) {}

  private record Run(String runId, Map<String, Facet> facets) {}

  private record Job(String namespace, String name) {}

  private record Dataset(
      String namespace, String name, Map<String, Facet> facets, Map<String, Facet> outputFacets) {}

  /** What is known of a run or a dataset beside its name; each kind fills its own fields. */
  private record Facet(
      @JsonProperty("_producer") String producer,
      @JsonProperty("_schemaURL") String schema,
      List<Tag> tags,
      List<Manifest.Column> fields,
      Long rowCount,
      Long size) {}

  private record Tag(String key, String value, String source) {}

  /**
   * The two events of a run, each a line of JSON in ASCII.
   *
   * @param path where the run is; with the start it makes the UUID that OpenLineage knows it by
   */
  static List<String> of(Manifest manifest, String path) {
    return new LineageEvents(manifest, path).events();
  }

  private List<String> events() {
    String id = path + " " + manifest.started();
    var run =
        new Run(
            UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)).toString(),
            Map.of("tags", tags(new Tag("run_id", manifest.runId(), "BROADSHEET"))));
    var job = new Job("broadsheet", dataset(path.replaceFirst("/runs/[^/]*$", "")).name());
    List<Dataset> inputs = manifest.input().paths().stream().map(LineageEvents::dataset).toList();
    List<Dataset> outputs = manifest.tables().stream().map(this::output).toList();
    String end = manifest.published() ? "COMPLETE" : "FAIL";
    return Stream.of(
            event("START", manifest.started(), run, job, inputs, List.of()),
            event(end, manifest.ended(), run, job, inputs, outputs))
        .map(LineageEvents::json)
        .toList();
  }

  private Event event(
      String type, String time, Run run, Job job, List<Dataset> inputs, List<Dataset> outputs) {
    return new Event(
        type, time, run, job, inputs, outputs, producer(), SPEC + "2-0-2/OpenLineage.json");
  }

  private String producer() {
    return "urn:broadsheet:" + manifest.versions().broadsheet();
  }

  private Dataset output(Manifest.TableEntry table) {
    Dataset folder = dataset(path + "/" + table.name());
    return new Dataset(
        folder.namespace(),
        folder.name(),
        Map.of("schema", schema(table)),
        Map.of("outputStatistics", statistics(table)));
  }

  private Facet tags(Tag... tags) {
    return new Facet(producer(), facet("TagsRun"), List.of(tags), null, null, null);
  }

  private Facet schema(Manifest.TableEntry table) {
    return new Facet(producer(), facet("SchemaDataset"), null, table.schema(), null, null);
  }

  private Facet statistics(Manifest.TableEntry table) {
    String schema = facet("OutputStatisticsOutputDataset");
    return new Facet(producer(), schema, null, null, table.rows(), table.bytes());
  }

  private static String facet(String kind) {
    return SPEC + "facets/1-0-0/" + kind + "Facet.json";
  }

  /** As OpenLineage names files: in object stores from the bucket, elsewhere from the root. */
  private static Dataset dataset(String path) {
    Matcher uri = URI.matcher(path);
    if (!uri.matches()) {
      return new Dataset("file", path, null, null);
    }
    String scheme = uri.group(1).replaceFirst("^s3[an]$", "s3");
    String authority = uri.group(2) == null ? "" : uri.group(2);
    String name = uri.group(3);
    if (scheme.equals("s3") || scheme.equals("gs")) {
      name = name.replaceFirst("^/(?=.)", "");
    }
    return new Dataset(
        authority.isEmpty() ? scheme : scheme + "://" + authority,
        name.isEmpty() ? "/" : name,
        null,
        null);
  }

  private static String json(Event event) {
    try {
      return JSON.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
