package dev.broadsheet.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.broadsheet.runs.CheckedColumn;
import dev.broadsheet.runs.Manifest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructField;

/**
 * {@code output/contract.odcs.yaml}: the tables as a contract in the Open Data Contract Standard
 * 3.1, made of the same objects that write them. The range of a number and the column that another
 * refers to are read from names and comments; a test holds them against a run.
 */
final class DataContract {
  private static final Pattern RANGE =
      Pattern.compile(", (-?[0-9.]+) to ([0-9.]+)(;|$)|^(p\\(term \\| topic\\))$");

  /** What else a column may be called that holds the id of a row of another table. */
  private static final Map<String, String> REFERENCES =
      Map.ofEntries(
          Map.entry("topic_id", "topics.topic_id"),
          Map.entry("parent_id", "topics.topic_id"),
          Map.entry("topic_links.other_id", "topics.topic_id"),
          Map.entry("article_id", "articles.article_id"),
          Map.entry("duplicate_of", "articles.article_id"),
          Map.entry("example_article_id", "articles.article_id"),
          Map.entry("similar_articles.other_id", "articles.article_id"),
          Map.entry("story_id", "stories.story_id"),
          Map.entry("term", "terms.term"),
          Map.entry("name", "names.name"));

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();

  private DataContract() {}

  /** The contract in YAML. */
  static String yaml() {
    int columns = Tables.all().stream().mapToInt(table -> table.schema().size()).sum();
    ObjectNode contract = YAML.createObjectNode();
    contract
        .put("apiVersion", "v3.1.0")
        .put("kind", "DataContract")
        .put("id", "dev.broadsheet.output")
        .put("name", "Broadsheet's tables")
        .put("version", "%d.%d.0".formatted(Manifest.FORMAT_VERSION, columns))
        .put("status", "active");
    contract
        .putObject("description")
        .put("purpose", "What a news archive is about, how much, when, and which articles to read.")
        .put(
            "usage",
            "Read CURRENT once, then all tables of that run: they belong together. manifest.json of the run has its format_version, the major version of this contract.")
        .put(
            "limitations",
            "Breaking, and so a new major version: a table or column that goes, has another name, type, key or meaning, or may be null where it was not. Not breaking: new tables, new columns (the minor version is the number of columns), more rows, more values of reasons, checks and stages.");
    contract
        .putArray("servers")
        .addObject()
        .put("server", "output")
        .put("type", "local")
        .put("path", "output/runs/{folder}/{table}/*.parquet")
        .put("format", "parquet")
        .put("description", "folder is what output/CURRENT says");
    ArrayNode schema = contract.putArray("schema");
    Tables.all().forEach(table -> add(schema.addObject(), table));
    try {
      return "# Made from the tables' own definitions; a test fails when it is stale.\n"
          + YAML.writeValueAsString(contract);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void add(ObjectNode object, Table table) {
    object
        .put("name", table.name())
        .put("physicalName", table.name())
        .put("logicalType", "object")
        .put("physicalType", "parquet")
        .put("description", table.description());
    List<String> key = table.order();
    if (!key.isEmpty()) {
      object.put("dataGranularityDescription", "One row for each " + String.join(", ", key));
    }
    boolean isPrimary =
        !key.isEmpty() && key.stream().noneMatch(column -> table.schema().apply(column).nullable());
    ArrayNode properties = object.putArray("properties");
    for (StructField field : table.schema().fields()) {
      int position = isPrimary ? key.indexOf(field.name()) + 1 : 0;
      add(properties.addObject(), table, field, position);
    }
    if (!key.isEmpty()) {
      ObjectNode unique =
          object
              .putArray("quality")
              .addObject()
              .put("name", "rows_unique")
              .put("type", "library")
              .put("metric", "duplicateValues")
              .put("mustBe", 0)
              .put("dimension", "uniqueness")
              .put("severity", "error");
      ArrayNode columns = unique.putObject("arguments").putArray("properties");
      key.forEach(columns::add);
    }
  }

  private static void add(ObjectNode property, Table table, StructField field, int position) {
    String comment = field.getComment().getOrElse(() -> "");
    property
        .put("name", field.name())
        .put("logicalType", logical(field))
        .put("physicalType", field.dataType().sql().toLowerCase(java.util.Locale.ROOT))
        .put("required", !field.nullable())
        .put("description", comment);
    if (position > 0) {
      property.put("primaryKey", true).put("primaryKeyPosition", position);
    }
    Matcher range = RANGE.matcher(comment);
    if (logical(field).equals("number") && range.find()) {
      boolean named = range.group(1) != null;
      property
          .putObject("logicalTypeOptions")
          .put("minimum", named ? Double.parseDouble(range.group(1)) : 0)
          .put("maximum", named ? Double.parseDouble(range.group(2)) : 1);
    }
    reference(table, field.name())
        .ifPresent(to -> property.putArray("relationships").addObject().put("to", to));
    var checks = new TreeMap<>(CheckedColumn.byCheck());
    checks.values().removeIf(of -> !of.equals(new CheckedColumn(table.name(), field.name())));
    if (!checks.isEmpty()) {
      ArrayNode quality = property.putArray("quality");
      for (String check : checks.keySet()) {
        quality
            .addObject()
            .put("name", check)
            .put("type", "custom")
            .put("engine", "broadsheet")
            .put("implementation", "SELECT passed FROM checks WHERE \"check\" = '" + check + "'");
      }
    }
  }

  private static Optional<String> reference(Table table, String column) {
    String own = table.name() + "." + column;
    return Optional.ofNullable(REFERENCES.getOrDefault(own, REFERENCES.get(column)))
        .filter(to -> !to.equals(own));
  }

  private static String logical(StructField field) {
    return switch (field.dataType().typeName()) {
      case "integer", "long" -> "integer";
      case "double" -> "number";
      default -> field.dataType().typeName();
    };
  }
}
