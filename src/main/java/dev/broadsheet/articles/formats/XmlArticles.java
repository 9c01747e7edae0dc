package dev.broadsheet.articles.formats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.BoundedInput;
import dev.broadsheet.articles.input.FileBytes;
import dev.broadsheet.articles.json.JsonLook;
import dev.broadsheet.articles.json.JsonRecord;
import dev.broadsheet.articles.json.JsonText;
import dev.broadsheet.articles.json.NodeFields;
import dev.broadsheet.articles.records.BesideArticles;
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
  private static final int MOST_AHEAD = 100_000;

  /**
   * An element that was read.
   *
   * @param beside what it is if it is no article; it is not kept then
   */
  private record Item(Optional<ObjectNode> article, String beside) {
    static Item of(ObjectNode record) {
      return BesideArticles.kind(new NodeFields(record))
          .map(kind -> new Item(Optional.empty(), kind))
          .orElseGet(() -> new Item(Optional.of(record), ""));
    }
  }

  /** Why nothing more is read of the file. */
  private record Failure(Rejection reason, String detail) {}

  private final String file;
  private final Charset charset;
  private final XmlRecords records;
  private final Queue<Item> ahead = new ArrayDeque<>();
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
    for (int articles = 0;
        articles < LOOKED_AT && start.size() < BYTES_LOOKED_AT && ahead.size() < MOST_AHEAD; ) {
      Optional<Item> item = read();
      if (item.isEmpty()) {
        break;
      }
      ahead.add(item.get());
      if (item.get().article().isPresent()) {
        articles++;
        start.writeBytes((item.get().article().get() + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    Optional<OtherXml> other = options.records().isEmpty() ? records.other() : Optional.empty();
    if (other.isPresent()) {
      ahead.clear();
      ended = true;
      failure =
          Optional.of(new Failure(Rejection.BAD_RECORD, "the file is " + other.get().advice()));
    }
    JsonLook found =
        JsonLook.at(JsonText.MAPPER.getFactory(), start.toByteArray(), true, ofRecords(options));
    this.look = bytes.encoding().map(found::saying).orElse(found);
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

  /** The next record; where there is no XML any more, that is kept as a rejection. */
  private Optional<Item> read() {
    if (ended) {
      return Optional.empty();
    }
    try {
      Optional<ObjectNode> record = records.next();
      ended = record.isEmpty();
      return record.map(Item::of);
    } catch (XMLStreamException e) {
      ended = true;
      failure = Optional.of(failed(e));
    }
    return Optional.empty();
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
        "no %s; its elements are %s. %s"
            .formatted(
                records.name().isEmpty() ? "items or entries" : "element " + records.name(),
                String.join(", ", records.others()),
                records
                    .likely()
                    .map("Which is an article? Perhaps: --records "::concat)
                    .orElse("None stands several times, as an article would: is it news?")));
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    number++;
    if (!ahead.isEmpty()) {
      Item item = ahead.remove();
      return item.article()
          .map(this::row)
          .orElseGet(() -> RawRecord.leftOut(file, number, item.beside(), look.readAs()));
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
