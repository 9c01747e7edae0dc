package dev.broadsheet.job.config;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where {@code --publish-to} writes: a schema of a catalog of Spark SQL, or a folder of Delta
 * tables.
 *
 * @param catalog as Spark is configured: {@code spark.sql.catalog.NAME}
 * @param schema its parts; of a folder, the whole path
 */
public record Destination(String catalog, List<String> schema, boolean isFolder) {
  /** Delta answers to paths through the catalog that every session has. */
  private static final String SESSION_CATALOG = "spark_catalog";

  private static final String DELTA_FOLDER = "delta.";

  /**
   * Reads {@code CATALOG.SCHEMA}, where a schema may have several parts, or {@code delta.FOLDER}
   * with the whole path.
   *
   * @throws IllegalArgumentException if it is neither
   */
  static Destination parse(String text) {
    String folder = text.startsWith(DELTA_FOLDER) ? text.substring(DELTA_FOLDER.length()) : "";
    if (folder.matches("(/|[A-Za-z][A-Za-z0-9+.-]*:/).+")) {
      return new Destination(SESSION_CATALOG, List.of(folder.replaceFirst("/+$", "")), true);
    }
    List<String> parts = Arrays.asList(text.split("\\.", -1));
    if (parts.size() < 2 || !parts.stream().allMatch(part -> part.matches("[\\p{L}\\p{N}_-]+"))) {
      throw new IllegalArgumentException(text);
    }
    return new Destination(parts.get(0), parts.subList(1, parts.size()), false);
  }

  /** A table's name in SQL. */
  public String table(String name) {
    return isFolder
        ? quoted(Stream.of("delta", schema.get(0) + "/" + name))
        : quoted(Stream.concat(parts(), Stream.of(name)));
  }

  /** The schema's name in SQL. */
  public String namespace() {
    return quoted(parts());
  }

  private Stream<String> parts() {
    return Stream.concat(Stream.of(catalog), schema.stream());
  }

  private static String quoted(Stream<String> parts) {
    return parts.map(part -> "`" + part.replace("`", "``") + "`").collect(Collectors.joining("."));
  }

  /** As it was given. */
  @Override
  public String toString() {
    return isFolder ? DELTA_FOLDER + schema.get(0) : catalog + "." + String.join(".", schema);
  }
}
