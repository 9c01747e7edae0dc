package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.ByteSequence;

/**
 * Walks through the parts of a message (MIME, RFC 2045 to 2047): the fields of its header, and the
 * texts in it one below another, but attachments. Of parts that say the same the plain text is
 * taken, if it is one and not only a word to those who cannot see the page.
 */
final class MailParts {
  /** Why there is no more to be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    private final Rejection reason;
    private final String raw;

    Unreadable(Rejection reason, String detail, String raw) {
      super(detail);
      this.reason = reason;
      this.raw = raw;
    }

    String raw() {
      return raw;
    }

    Rejection reason() {
      return reason;
    }
  }

  private static final int DEEPEST = 30;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int MOST_FIELDS = 10_000;

  /** A plain text that is so much shorter than the page beside it only says that there is one. */
  private static final int SHORTER = 4;

  private static final MimeConfig LENIENT =
      MimeConfig.custom()
          .setMalformedHeaderStartsBody(false)
          .setMaxLineLen(LONGEST_HEADER)
          .setMaxHeaderLen(LONGEST_HEADER)
          .setMaxHeaderCount(MOST_FIELDS)
          .setMaxContentLen(-1)
          .build();

  /** Parts that are read, in a part that has these. */
  private record Group(boolean isChoice, List<MailText> texts) {}

  private final ReadOptions options;
  private final Map<String, String> header = new HashMap<>();
  private final Map<String, String> fieldsOfPart = new HashMap<>();
  private final Deque<Group> groups = new ArrayDeque<>();
  private int depth;

  /** How deep the part is that is attached, with all in it; 0 outside of such. */
  private int attached;

  private long headerBytes;
  private long textBytes;

  private MailParts(ReadOptions options) {
    this.options = options;
    groups.push(new Group(false, new ArrayList<>()));
  }

  /**
   * Reads a message to its end.
   *
   * @throws Unreadable if it is none, or is too large
   */
  static MailParts read(InputStream in, ReadOptions options) throws IOException, Unreadable {
    var parts = new MailParts(options);
    var tokens = new MimeTokenStream(LENIENT);
    tokens.parse(in);
    try {
      while (tokens.getState() != EntityState.T_END_OF_STREAM) {
        parts.add(tokens);
        tokens.next();
      }
    } catch (MimeException e) {
      throw parts.unreadable(e);
    } catch (IOException e) {
      if (e.getClass().getPackageName().startsWith(MimeException.class.getPackageName())) {
        throw parts.unreadable(e);
      }
      throw e;
    }
    parts.endAll();
    return parts;
  }

  private Unreadable unreadable(Exception e) {
    endAll();
    return new Unreadable(
        Rejection.BAD_RECORD, "no message that can be read: " + e.getMessage(), text());
  }

  /** A field of the header, its words decoded; empty if there is none. */
  Optional<String> field(String name) {
    return Optional.ofNullable(header.get(name)).filter(value -> !value.isBlank());
  }

  /** All fields, by their names in lower case; of several of a name the first. */
  Map<String, String> header() {
    return header;
  }

  /** The texts of the message. */
  String text() {
    return joined(groups.getLast());
  }

  private void add(MimeTokenStream tokens) throws IOException, Unreadable {
    switch (tokens.getState()) {
      case T_START_HEADER -> fieldsOfPart.clear();
      case T_FIELD -> addField(tokens.getField());
      case T_END_HEADER -> attached = attached == 0 && isAttachment() ? depth : attached;
      case T_START_MESSAGE, T_START_BODYPART -> deeper();
      case T_END_MESSAGE, T_END_BODYPART -> {
        attached = attached == depth ? 0 : attached;
        depth--;
      }
      case T_START_MULTIPART ->
          groups.push(
              new Group(
                  tokens.getBodyDescriptor().getSubType().equalsIgnoreCase("alternative"),
                  new ArrayList<>()));
      case T_END_MULTIPART -> endGroup();
      case T_BODY -> addBody(tokens);
      default -> {}
    }
  }

  private void deeper() throws Unreadable {
    if (++depth > DEEPEST) {
      throw new Unreadable(
          Rejection.BAD_RECORD, "parts within parts, more than %d deep".formatted(DEEPEST), text());
    }
  }

  private boolean isAttachment() {
    String disposition = fieldsOfPart.getOrDefault("content-disposition", "");
    return disposition.toLowerCase(Locale.ROOT).startsWith("attachment");
  }

  private void addField(Field field) throws Unreadable {
    headerBytes += field.getRaw().length();
    if (headerBytes > options.maxBytes()) {
      throw tooLarge("");
    }
    String name = field.getName().strip().toLowerCase(Locale.ROOT);
    String value = value(field);
    fieldsOfPart.putIfAbsent(name, value);
    if (depth == 1) {
      header.putIfAbsent(name, value);
    }
  }

  /** What stands behind the name, on one line. */
  private String value(Field field) {
    ByteSequence raw = field.getRaw();
    byte[] bytes = raw.toByteArray();
    String written =
        Utf8.decode(bytes, bytes.length)
            .orElseGet(() -> new String(bytes, MailText.fallback(options)));
    String line =
        written.substring(written.indexOf(':') + 1).replaceAll("\\r?\\n(?=[ \\t])", "").strip();
    return DecoderUtil.decodeEncodedWords(
        line, DecodeMonitor.SILENT, StandardCharsets.UTF_8, MailText.MEANT);
  }

  private void addBody(MimeTokenStream tokens) throws IOException, Unreadable {
    BodyDescriptor part = tokens.getBodyDescriptor();
    String type = fieldsOfPart.getOrDefault("content-type", "");
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new Unreadable(Rejection.BAD_RECORD, "parts, but nothing says where they begin", "");
    }
    if (!MailText.isText(part) || attached > 0) {
      return;
    }
    long most = options.maxBytes();
    byte[] body =
        tokens.getDecodedInputStream().readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 16));
    textBytes += body.length;
    if (textBytes > most) {
      throw tooLarge(Utf8.lenient(body, body.length));
    }
    Optional<MailText> text = MailText.of(body, part, type, options);
    if (text.isEmpty()) {
      throw new Unreadable(
          Rejection.BAD_ENCODING,
          MailText.encoding(type)
              .map(named -> "not " + named + ", as the message says it is")
              .orElse("neither UTF-8 nor " + MailText.fallback(options)),
          Utf8.lenient(body, body.length));
    }
    add(text.get());
  }

  private Unreadable tooLarge(String raw) {
    return new Unreadable(
        Rejection.TOO_LARGE,
        "more than " + options.maxBytes() + " bytes (--max-article-bytes)",
        raw);
  }

  private void add(MailText text) {
    if (!text.text().isBlank()) {
      groups.getFirst().texts.add(text);
    }
  }

  /** Where a message breaks off, the parts that are open end with it. */
  private void endAll() {
    while (groups.size() > 1) {
      endGroup();
    }
  }

  private void endGroup() {
    Group ended = groups.pop();
    boolean page = ended.texts.stream().anyMatch(MailText::isPage);
    String text = ended.isChoice ? chosen(ended.texts) : joined(ended);
    add(new MailText(text, page));
  }

  private static String chosen(List<MailText> texts) {
    String plain = first(texts, false);
    String page = first(texts, true);
    return SHORTER * plain.length() < page.length() ? page : plain;
  }

  private static String first(List<MailText> texts, boolean page) {
    return texts.stream()
        .filter(text -> text.isPage() == page)
        .map(text -> text.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String joined(Group group) {
    return group.texts.stream()
        .map(text -> text.text().strip())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }
}
