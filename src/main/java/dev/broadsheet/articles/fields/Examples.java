package dev.broadsheet.articles.fields;

/** Fields as messages show them: each with an example. */
public final class Examples {
  /** The most fields that are shown. */
  public static final int MOST = 12;

  private static final int CHARACTERS = 40;

  private Examples() {}

  /** {@code headline "Rain fell on the …"}. */
  public static String of(String name, String value) {
    String line = value.replaceAll("[\\s\\p{Cc}]+", " ").strip();
    String start = line.length() > CHARACTERS ? line.substring(0, CHARACTERS - 1) + "…" : line;
    return name + " \"" + start + "\"";
  }

  /** What is wrong with a file whose title and body cannot be told, and what to do. */
  public static String advice(String fields, String todo) {
    return "its fields are %s. Which is title and which is body? Perhaps: %s"
        .formatted(fields.isEmpty() ? "none" : fields, todo);
  }
}
