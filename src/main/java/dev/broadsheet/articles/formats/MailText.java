package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.cleaning.Html;
import dev.broadsheet.articles.cleaning.Markup;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.Utf8;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The text of a part of a message, its transfer encoding taken off: in the encoding that it names,
 * lines joined that were broken to be sent (RFC 3676), a page of markup as a browser shows it.
 *
 * @param text of it
 * @param isPage whether it was markup
 */
record MailText(String text, boolean isPage) {
  private static final String FALLBACK = "windows-1252";

  /** What is meant by whom these are named, as browsers know (WHATWG Encoding). */
  static final Map<Charset, Charset> MEANT =
      Map.of(
          StandardCharsets.ISO_8859_1,
          Charset.forName(FALLBACK),
          Charset.forName("ISO-8859-9"),
          Charset.forName("windows-1254"),
          Charset.forName("GB2312"),
          Charset.forName("GB18030"),
          Charset.forName("GBK"),
          Charset.forName("GB18030"),
          Charset.forName("Shift_JIS"),
          Charset.forName("windows-31j"),
          Charset.forName("EUC-KR"),
          Charset.forName("x-windows-949"));

  private static final Pattern FLOWED =
      Pattern.compile("(?is).*;\\s*format\\s*=\\s*\"?flowed\\b.*");
  private static final Pattern DELETED_SPACE =
      Pattern.compile("(?is).*;\\s*delsp\\s*=\\s*\"?yes\\b.*");
  private static final Pattern NAMED = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:+-]+)");

  /** Before a letter's text stands what only lists of letters show. */
  private static final String UNSEEN = "[style~=(?i)display\\s*:\\s*none]";

  /**
   * Reads a part.
   *
   * @param type as its header says it
   * @return empty if the bytes are not in the encoding that it names
   */
  static Optional<MailText> of(
      byte[] bytes, BodyDescriptor part, String type, ReadOptions options) {
    boolean page = part.getSubType().equalsIgnoreCase("html");
    return decoded(bytes, type, options)
        .map(text -> new MailText(page ? shown(text, options) : lines(text, type), page));
  }

  static boolean isText(BodyDescriptor part) {
    return part.getMediaType().equalsIgnoreCase("text")
        && List.of("plain", "html").contains(part.getSubType().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> decoded(byte[] bytes, String type, ReadOptions options) {
    Optional<Charset> charset = encoding(type);
    return charset.isPresent()
        ? Utf8.decode(bytes, charset).or(() -> Utf8.decode(bytes, bytes.length))
        : Utf8.decode(bytes, bytes.length)
            .or(() -> Utf8.decode(bytes, Optional.of(fallback(options))));
  }

  /** Of bytes that name no encoding and are not UTF-8. */
  static Charset fallback(ReadOptions options) {
    return Charset.forName(options.namedEncoding().orElse(FALLBACK));
  }

  /** The encoding that a type names; empty for ASCII, which programs name whatever they write. */
  static Optional<Charset> encoding(String type) {
    Matcher found = NAMED.matcher(type);
    if (!found.find()) {
      return Optional.empty();
    }
    try {
      Charset named = Charset.forName(found.group(1));
      return named.equals(StandardCharsets.US_ASCII)
          ? Optional.empty()
          : Optional.of(MEANT.getOrDefault(named, named));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String shown(String markup, ReadOptions options) {
    if (options.html() == Html.KEEP) {
      return markup;
    }
    Document page = Jsoup.parse(markup);
    page.select(UNSEEN).remove();
    return Markup.readBody(page.outerHtml());
  }

  private static String lines(String text, String type) {
    if (!FLOWED.matcher(type).matches()) {
      return text;
    }
    boolean without = DELETED_SPACE.matcher(type).matches();
    var joined = new StringBuilder();
    text.lines()
        .map(line -> line.startsWith(" ") ? line.substring(1) : line)
        .forEach(
            line -> {
              boolean goesOn = line.endsWith(" ") && !line.equals("-- ") && !line.startsWith(">");
              joined.append(goesOn && without ? line.substring(0, line.length() - 1) : line);
              joined.append(goesOn ? "" : "\n");
            });
    return joined.toString();
  }
}
