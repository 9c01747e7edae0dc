package dev.broadsheet.articles.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.BoundedInput;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.json.JsonLook;
import dev.broadsheet.articles.json.JsonRecord;
import dev.broadsheet.articles.json.JsonText;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.spark.sql.Row;

/**
 * The articles of an XML file: of a feed (RSS, Atom), an export of WordPress, or whatever has a
 * record an element. The elements of a record are its fields, and are known, named and refused as
 * those of JSON are. Where the file is no XML, what is behind that is one bad record.
 */
final class XmlArticles implements Iterator<Row> {
  private static final int LOOKED_AT = 100;
  private static final int BYTES_LOOKED_AT = 256 << 10;

  /** What WordPress exports beside what it has published: files, menus, drafts. */
  private static final Set<String> NO_POSTS =
      Set.of("attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset");

  /** Why nothing more is read of the file. */
  private record Failure(Rejection reason, String detail) {}

  private final String file;
  private final Charset charset;
  private final XmlRecords records;
  private final Queue<ObjectNode> ahead = new ArrayDeque<>();
  private final long maxBytes;
  private final JsonLook look;
  private Optional<Failure> failure = Optional.empty();
  private long number;
  private boolean ended;

  XmlArticles(String file, FileBytes bytes, ReadOptions options) throws IOException {
    this.file = file;
    this.maxBytes = options.maxBytes();
    // What is not in UTF-8, by its mark or by the user's word, comes in it.
    this.charset =
        bytes.encoding().isPresent() ? StandardCharsets.UTF_8 : XmlText.declared(bytes.head());
    this.records =
        new XmlRecords(
            bytes.openAt(0), charset, XmlEntities.of(bytes.head()), options.records(), maxBytes);
    var start = new ByteArrayOutputStream();
    String published = "";
    while (ahead.size() < LOOKED_AT && start.size() < BYTES_LOOKED_AT) {
      Optional<ObjectNode> record = read();
      if (record.isEmpty()) {
        break;
      }
      published = published.isEmpty() ? published(record.get()) : published;
      ahead.add(record.get());
      start.writeBytes((record.get() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    JsonLook found =
        JsonLook.at(JsonText.MAPPER.getFactory(), start.toByteArray(), true, ofRecords(options));
    JsonLook said = bytes.encoding().map(found::saying).orElse(found);
    this.look = published.isEmpty() ? said : said.saying(published);
  }

  private static ReadOptions ofRecords(ReadOptions options) {
    return new ReadOptions(
        options.maxBytes(),
        options.columns(),
        "",
        options.dates(),
        options.encoding(),
        options.html(),
        options.sample());
  }

  /** The next record that is one; where there is no XML any more, that is kept as a rejection. */
  private Optional<ObjectNode> read() {
    try {
      while (!ended) {
        Optional<ObjectNode> record = records.next();
        ended = record.isEmpty();
        if (record.isPresent() && isPublished(record.get())) {
          return record;
        }
      }
    } catch (XMLStreamException e) {
      ended = true;
      failure = Optional.of(failed(e));
    }
    return Optional.empty();
  }

  /** What is said of files in which other things stand beside articles. */
  private static String published(ObjectNode record) {
    if (record.has("wp:status")) {
      return "what is published of WordPress";
    }
    return record.has("ns") && record.has("revision")
        ? "pages of a wiki with a text of their own"
        : "";
  }

  /** Of a wiki, pages about others (templates, talk) and those that lead to others are none. */
  private static boolean isPublished(ObjectNode record) {
    if (record.has("ns") && record.has("revision")) {
      return record.path("ns").asText().strip().equals("0") && !record.has("redirect");
    }
    String status = record.path("wp:status").asText("publish");
    String type = record.path("wp:post_type").asText("post");
    return status.equals("publish") && !NO_POSTS.contains(type) && !type.startsWith("wp_");
  }

  private Failure failed(XMLStreamException e) {
    boolean large =
        e.getNestedException() instanceof BoundedInput.TooLargeException
            || e.getCause() instanceof BoundedInput.TooLargeException;
    if (large) {
      return new Failure(
          Rejection.TOO_LARGE,
          "more than %d bytes (--max-article-bytes), and what is behind it".formatted(maxBytes));
    }
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
    String why = String.valueOf(e.getMessage()).replaceFirst("(?s).*Message: ", "");
    return new Failure(
        Rejection.BAD_RECORD, "not XML, from line %d on: %s".formatted(line, why.strip()));
  }

  @Override
  public boolean hasNext() {
    if (ahead.isEmpty() && !ended) {
      read().ifPresent(ahead::add);
    }
    if (ahead.isEmpty() && number == 0 && failure.isEmpty()) {
      failure = Optional.of(without());
    }
    boolean more = !ahead.isEmpty() || failure.isPresent();
    if (!more) {
      close();
    }
    return more;
  }

  private void close() {
    try {
      records.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Failure without() {
    return new Failure(
        Rejection.BAD_RECORD,
        records.name().isEmpty()
            ? "no items or entries; its elements are %s. Which is an article? Perhaps: --records %s"
                .formatted(String.join(", ", records.others()), records.likely().orElse("NAME"))
            : "nothing in it is published");
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    if (!ahead.isEmpty()) {
      return row(ahead.remove());
    }
    Failure last = failure.orElseThrow();
    failure = Optional.empty();
    return RawRecord.rejected(file, number, last.reason, last.detail, "", look.readAs());
  }

  private Row row(ObjectNode record) {
    String text = records.isBroken() ? record.toString() : "";
    return text.indexOf(XmlText.NO_CHARACTER) < 0
        ? JsonRecord.of(file, number, record, look)
        : RawRecord.rejected(
            file,
            number,
            Rejection.BAD_ENCODING,
            "not " + charset.name(),
            text.replace(XmlText.NO_CHARACTER, '\uFFFD'),
            look.readAs());
  }
}
