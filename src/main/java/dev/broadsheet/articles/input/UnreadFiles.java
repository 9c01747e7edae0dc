package dev.broadsheet.articles.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Files whose endings are no format's: how many of each, and what the first of them looks like. */
final class UnreadFiles {
  private static final int MOST_ENDINGS = 5;
  private static final int LOOKED_AT = 4096;

  /** Endings of texts, of which each may be an article. */
  private static final Set<String> TEXTS = Set.of("text", "asc");

  private final Map<String, Long> endings = new TreeMap<>();
  private final Set<String> hidden = new TreeSet<>();
  private Optional<Path> first = Optional.empty();

  void add(FileStatus file) {
    add(file.getPath().toString());
    if (first.isEmpty() || file.getPath().compareTo(first.get()) < 0) {
      first = Optional.of(file.getPath());
    }
  }

  /** Adds a file that stands beside articles. */
  void add(String path) {
    endings.merge(ArticleFormat.ending(path.substring(path.lastIndexOf('/') + 1)), 1L, Long::sum);
  }

  /** Adds a file or folder that is passed over for its name. */
  void addHidden(Path path) {
    hidden.add(path.getName());
  }

  long count() {
    return endings.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many of them are pages, which are read only if that is asked for. */
  long pages() {
    return endings.entrySet().stream()
        .filter(
            ending -> OtherFormat.ofEnding(ending.getKey()).equals(Optional.of(OtherFormat.PAGE)))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * What files there are where none is read: {@code none of the 3 files has a known ending (.zip
   * 3)}, and what to do.
   */
  String described(Configuration hadoop) {
    if (endings.isEmpty()) {
      return hidden.isEmpty()
          ? "there are no files"
          : "there are none but in files and folders whose names begin with _ or ., which are passed over (%s): name such a one itself"
              .formatted(hidden.stream().limit(MOST_ENDINGS).collect(Collectors.joining(", ")));
    }
    var commonest =
        endings.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(MOST_ENDINGS)
            .toList();
    String ending = commonest.get(0).getKey();
    String advice =
        OtherFormat.ofEnding(ending)
            .map(format -> ". A file .%s is %s".formatted(ending, format.advice()))
            .or(() -> first.flatMap(file -> looks(file, hadoop)).map(". "::concat))
            .orElse("");
    return commonest.stream()
        .map(
            counted ->
                "%s %,d"
                    .formatted(
                        counted.getKey().isEmpty() ? "no ending" : "." + counted.getKey(),
                        counted.getValue()))
        .collect(
            Collectors.joining(
                ", ",
                "none of the %,d files has a known ending (".formatted(count()),
                ")" + advice));
  }

  /** What a file looks like, with the option that reads it; empty if that cannot be told. */
  static Optional<String> looks(Path file, Configuration hadoop) {
    try (InputStream in = PlainFiles.unpacked(file, hadoop)) {
      byte[] head = in.readNBytes(LOOKED_AT);
      return format(head, ArticleFormat.ending(file.getName()))
          .map(
              format ->
                  "%s looks like %s: say --format %s"
                      .formatted(
                          file.getName(), format.name().toLowerCase(Locale.ROOT), format.label()))
          .or(
              () ->
                  OtherFormat.ofBytes(head)
                      .map(other -> "%s is %s".formatted(file.getName(), other.advice())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Optional<ArticleFormat> format(byte[] head, String ending) {
    String text = Utf8.lenient(head, head.length);
    if (text.startsWith("PAR1")) {
      return Optional.of(ArticleFormat.PARQUET);
    }
    if (OtherFormat.ofBytes(head).isPresent()
        || text.chars().anyMatch(c -> c < '\t')
        || text.isBlank()) {
      return Optional.empty();
    }
    String start = text.strip();
    if (Mailbox.isMessage(start)) {
      return Optional.of(ArticleFormat.MAIL);
    }
    // A file without an ending is a text as people save it; one of another ending may be anything.
    return TextTable.format(start.lines().findFirst().orElse(""))
        .or(
            () ->
                start.matches("(?s)\\[?\\s*\\{\\s*\"[^\"]{1,100}\"\\s*:.*")
                    ? Optional.of(ArticleFormat.JSONL)
                    : Optional.empty())
        .or(
            () ->
                ending.isEmpty() || ending.matches("\\d+") || TEXTS.contains(ending)
                    ? Optional.of(ArticleFormat.TEXT)
                    : Optional.empty());
  }
}
