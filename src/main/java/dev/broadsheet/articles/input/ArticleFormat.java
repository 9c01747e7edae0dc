package dev.broadsheet.articles.input;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The formats of article files, told by the ending of the file's name. */
public enum ArticleFormat {
  /** One article a file: title, date, URL, body. */
  TEXT("text", List.of("txt", "story")),
  /** JSON: one object a line, or as it comes. */
  JSONL("jsonl", List.of("jsonl", "json", "ndjson", "jl", "jsonlines")),
  /** Separated values with a header row, RFC 4180 quoting. */
  CSV("csv", List.of("csv", "tsv", "tab")),
  /** Rows with the columns title, date, url and body. */
  PARQUET("parquet", List.of("parquet")),
  /** Items of feeds and exports. */
  XML("xml", List.of("xml", "rss", "atom", "rdf")),
  /** A page in Markdown with front matter; where most files are such. */
  MARKDOWN("markdown", List.of("md", "markdown")),
  /** A message, or a mailbox of many. */
  MAIL("mail", List.of("eml", "mbox", "mbx")),
  /** A saved page; only if that is asked for, as pages lie beside much that is no article. */
  HTML("html", List.of());

  private final String label;
  private final List<String> endings;

  ArticleFormat(String label, List<String> endings) {
    this.label = label;
    this.endings = endings;
  }

  /** The name that {@code --format} takes. */
  public String label() {
    return label;
  }

  /** The format whose {@link #label} this is. */
  public static Optional<ArticleFormat> ofLabel(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }

  /** The format that the file's ending tells, that of a {@link Packing} taken off first. */
  public static Optional<ArticleFormat> ofFileName(String name) {
    String ending = ending(name);
    return Arrays.stream(values()).filter(f -> f.endings.contains(ending)).findFirst();
  }

  /** Whether a name ends in that of a format, with no compression behind it. */
  static boolean isPlain(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).anyMatch(format -> format.endings.contains(last));
  }

  /** The ending of a file's name, without that of its compression; empty if it has none. */
  static String ending(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(gz|bz2|xz|zst)$", "");
    return plain.contains(".") ? plain.substring(plain.lastIndexOf('.') + 1) : "";
  }

  /** Whether a file's name says that it has many messages. */
  public static boolean isMailbox(String name) {
    return ending(name).startsWith("mb");
  }

  /** All endings, for messages: {@code .txt, .jsonl, …}. */
  public static String allEndings() {
    return Arrays.stream(values())
        .flatMap(format -> format.endings.stream())
        .map(ending -> "." + ending)
        .collect(Collectors.joining(", "));
  }
}
