package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.records.ArticleField;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The head of a text file whose lines are labelled: that of a mail or a Usenet post ({@code
 * Subject: …}, {@code Date: …}), of an export ({@code Title: …}, {@code URL: …}), or between two
 * lines of dashes (YAML) or, with equals signs, of pluses (TOML), as generators of web pages have
 * it. It ends at an empty line, or at a label of the body. Of the labels of a field its own name
 * counts before others.
 *
 * @param values of the fields that are labelled
 * @param labels as they are written
 * @param all that is labelled, by the labels in lower case
 * @param first the number of its first line
 * @param body the number of the line behind the head
 */
record TextHead(
    Map<ArticleField, String> values,
    Map<ArticleField, String> labels,
    Map<String, String> all,
    int first,
    int body) {
  private static final Pattern LABEL =
      Pattern.compile("([\\p{L}][\\p{L}\\p{N}_-]*(?: [\\p{L}\\p{N}_-]+){0,2}) ?:(?: +(.*)|)");
  private static final Pattern FENCE = Pattern.compile("-{3,}|\\+{3}");
  private static final Pattern SETTING = Pattern.compile("([\\p{L}][\\p{L}\\p{N}_-]*) *= *(.*)");
  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"(?:\\s+#.*)?|'(.*)'(?:\\s+#.*)?");

  /** In YAML the lines below are the value. */
  private static final Pattern BLOCK = Pattern.compile("[>|][+-]?");

  /** What Jekyll writes behind "published". */
  private static final Pattern IS_IT = Pattern.compile("(?i)true|false|yes|no");

  private static final Pattern REMARK = Pattern.compile("\\s+#\\s.*");
  private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");
  private static final Pattern ENCODED = Pattern.compile("(?i)base64|quoted-printable");
  private static final Pattern MULTIPART = Pattern.compile("(?i)multipart/.*");
  private static final int LONGEST_LABEL = 30;
  private static final int LONGEST_HEAD = 200;
  private static final Map<String, ArticleField> KNOWN = known();

  private static Map<String, ArticleField> known() {
    Map<String, ArticleField> known = new HashMap<>();
    for (ArticleField field : ArticleField.values()) {
      Stream.concat(Stream.of(field.label()), field.synonyms().stream())
          .forEach(name -> known.putIfAbsent(name, field));
    }
    known.put("subject", ArticleField.TITLE);
    return Map.copyOf(known);
  }

  /**
   * Reads a head: one with a title, a second label, and an end.
   *
   * @param lines of the file, with the spaces at their beginnings
   * @param first the number of the first that is not blank
   */
  static Optional<TextHead> of(List<String> lines, int first) {
    boolean fenced = isFence(lines.get(first));
    return read(lines, first, fenced)
        .filter(head -> head.values.containsKey(ArticleField.TITLE) && head.all.size() > 1);
  }

  /** The same between two fences, whatever is labelled there. */
  static Optional<TextHead> fenced(List<String> lines, int first) {
    return isFence(lines.get(first)) ? read(lines, first, true) : Optional.empty();
  }

  /** A head of labels with their values. */
  static TextHead of(Map<String, String> labelled, int first, int body) {
    var reading = new Reading(false, true);
    labelled.forEach(reading::labelled);
    return reading.head(first, body);
  }

  /** Lines below a heading in Markdown that label a date or an address, up to an empty line. */
  static Optional<TextHead> belowHeading(List<String> lines, int heading) {
    int at = heading;
    while (at < lines.size() && (lines.get(at).isBlank() || lines.get(at).startsWith("# "))) {
      at++;
    }
    return at == lines.size() || at == heading
        ? Optional.empty()
        : read(lines, at, false)
            .filter(
                head ->
                    head.values.containsKey(ArticleField.DATE)
                        || head.values.containsKey(ArticleField.URL));
  }

  private static boolean isFence(String line) {
    return FENCE.matcher(line.strip()).matches();
  }

  private static Optional<TextHead> read(List<String> lines, int first, boolean fenced) {
    var reading = new Reading(fenced && lines.get(first).strip().startsWith("+"), fenced);
    for (int at = first + (fenced ? 1 : 0); at < lines.size(); at++) {
      String line = lines.get(at);
      if (fenced ? isFence(line) : line.isBlank()) {
        return Optional.of(reading.head(first, at + 1)).filter(head -> !head.all.isEmpty());
      }
      if (!reading.add(line) || at - first > LONGEST_HEAD) {
        return Optional.empty();
      }
      if (reading.atBody) {
        return Optional.of(reading.head(first, at + 1));
      }
    }
    return Optional.empty();
  }

  /** What stands behind a label; empty if there is none, or nothing behind it. */
  Optional<String> value(ArticleField field) {
    return Optional.ofNullable(values.get(field)).filter(value -> !value.isBlank());
  }

  /** The address that a page was taken from. */
  Optional<String> source() {
    return Optional.ofNullable(all.get("source")).filter(value -> WEB.matcher(value).matches());
  }

  /** Whether the head is of a message whose text is encoded or in parts (MIME). */
  boolean isOfParts() {
    return ENCODED.matcher(all.getOrDefault("content-transfer-encoding", "")).matches()
        || MULTIPART.matcher(all.getOrDefault("content-type", "")).matches();
  }

  /** As it is said of a file's fields: {@code title=Subject, date=Date}. */
  String said() {
    return said(labels);
  }

  /** The same where what is labelled as the text is only its description. */
  String saidWithoutBody() {
    var others = new EnumMap<ArticleField, String>(ArticleField.class);
    others.putAll(labels);
    others.remove(ArticleField.BODY);
    return said(others);
  }

  private static String said(Map<ArticleField, String> labels) {
    var names = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    labels.forEach((field, label) -> names.put(field, List.of(label)));
    String fields = new Fields(names).text(", ");
    return fields.isEmpty() ? "a labelled head" : "a labelled head, " + fields;
  }

  /** What was read so far. */
  private static final class Reading {
    private final Map<ArticleField, String> values = new EnumMap<>(ArticleField.class);
    private final Map<ArticleField, String> labels = new EnumMap<>(ArticleField.class);
    private final Map<String, String> all = new HashMap<>();
    private final boolean settings;
    private final boolean fenced;
    private ArticleField last;
    private boolean within;
    private boolean atBody;

    Reading(boolean settings, boolean fenced) {
      this.settings = settings;
      this.fenced = fenced;
    }

    /** Adds a line; false if it cannot be one of a head. */
    boolean add(String line) {
      if (!line.isEmpty() && Character.isWhitespace(line.charAt(0)) && !all.isEmpty()) {
        if (last != null) {
          values.merge(last, line.strip(), (a, b) -> (a + " " + b).strip());
        }
        return true;
      }
      within |= settings && line.startsWith("[");
      Matcher label = (settings ? SETTING : LABEL).matcher(line.stripTrailing());
      if (within || !label.matches() || label.group(1).length() > LONGEST_LABEL) {
        last = null;
        return fenced;
      }
      labelled(label.group(1), value(label.group(2)));
      return true;
    }

    private void labelled(String label, String value) {
      all.putIfAbsent(label.toLowerCase(Locale.ROOT), value);
      last = KNOWN.get(ArticleField.plain(label));
      if (last == null || last == ArticleField.DATE && IS_IT.matcher(value).matches()) {
        last = null;
        return;
      }
      atBody = last == ArticleField.BODY && !fenced;
      boolean own = label.equalsIgnoreCase(last.label());
      if (values.containsKey(last) && !(own && !labels.get(last).equalsIgnoreCase(label))) {
        last = null;
        return;
      }
      values.put(last, value);
      labels.put(last, label);
    }

    private String value(String written) {
      String value = written == null ? "" : written.strip();
      Matcher quoted = QUOTED.matcher(value);
      if (quoted.matches()) {
        return quoted.group(1) == null
            ? quoted.group(2).replace("''", "'")
            : quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1");
      }
      return !fenced
          ? value
          : BLOCK.matcher(value).matches() ? "" : REMARK.matcher(value).replaceFirst("");
    }

    TextHead head(int first, int body) {
      return new TextHead(values, labels, all, first, body);
    }
  }
}
