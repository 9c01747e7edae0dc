package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.ArticleFormat;
import dev.broadsheet.articles.input.Mailbox;
import dev.broadsheet.articles.input.MailboxInput;
import dev.broadsheet.articles.input.OtherFormat;
import dev.broadsheet.articles.records.BesideArticles;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * Messages as articles: one in a file ({@code .eml}), or all of a mailbox. The subject is the
 * title, the address that of the page which the message is of, if its header says one. A message
 * without a subject has its first line as its title.
 */
final class MailArticles implements Iterator<Row> {
  private static final int LOOKED_AT = 4096;
  private static final String READ_AS = "mail, title=Subject, date=Date";
  private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
  private static final Pattern WEB = Pattern.compile("(?i)<?(https?://[^\\s<>]+)>?");

  private static final Pattern OF_A_PAGE = Pattern.compile("(?i)https?://[^/]+/.+");

  /** Where programs say which page a message is of (RFC 5064; readers of feeds). */
  private static final List<String> ADDRESSES = List.of("archived-at", "x-rss-url", "content-base");

  /** What every message has, one or the other. */
  private static final List<String> CERTAIN =
      List.of("from", "date", "message-id", "received", "subject", "return-path");

  private final String file;
  private final ReadOptions options;
  private final InputStream in;
  private final Optional<MailboxInput> mailbox;
  private Optional<Row> rejected;
  private boolean ahead;
  private long number;

  MailArticles(String file, InputStream unpacked, ReadOptions options) throws IOException {
    this.file = file;
    this.options = options;
    this.in = new BufferedInputStream(unpacked);
    in.mark(LOOKED_AT);
    byte[] head = in.readNBytes(LOOKED_AT);
    in.reset();
    rejected =
        OtherFormat.ofBytes(head)
            .map(
                other ->
                    RawRecord.rejected(
                        file, 1, Rejection.BAD_RECORD, "the file is " + other.advice(), ""));
    String first =
        new String(head, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> !line.isBlank())
            .findFirst()
            .orElse("");
    if (first.isEmpty()) {
      rejected =
          Optional.of(
              RawRecord.rejected(file, 1, Rejection.EMPTY_FILE, "nothing but white space", ""));
    }
    boolean many = ArticleFormat.isMailbox(file) || Mailbox.isEnvelope(first);
    mailbox = many && rejected.isEmpty() ? Optional.of(new MailboxInput(in)) : Optional.empty();
    advance();
  }

  private void advance() throws IOException {
    ahead = rejected.isPresent() || (mailbox.isPresent() ? mailbox.get().next() : number == 0);
    if (!ahead) {
      in.close();
    }
  }

  @Override
  public boolean hasNext() {
    return ahead;
  }

  @Override
  public Row next() {
    if (!ahead) {
      throw new NoSuchElementException();
    }
    number++;
    try {
      Row row = rejected.isPresent() ? rejected.get() : message();
      rejected = Optional.empty();
      advance();
      return row;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Row message() throws IOException {
    InputStream message = mailbox.map(MailboxInput::message).orElse(in);
    String envelope = mailbox.map(MailboxInput::envelope).orElse("");
    try {
      return row(MailParts.read(message, options), envelope);
    } catch (MailParts.Unreadable e) {
      return RawRecord.rejected(file, number, e.reason(), e.getMessage(), e.raw(), READ_AS);
    }
  }

  private Row row(MailParts parts, String envelope) {
    if (CERTAIN.stream().noneMatch(parts.header()::containsKey)) {
      return RawRecord.rejected(
          file,
          number,
          Rejection.BAD_RECORD,
          "no message: it has no header with a sender, a date or a subject",
          parts.text());
    }
    Optional<String> beside = BesideArticles.kind(new Header(parts.header()));
    if (beside.isPresent()) {
      return RawRecord.leftOut(file, number, beside.get(), READ_AS);
    }
    String text = parts.text();
    return RowFactory.create(
        file,
        number,
        parts.field("subject").orElse(text),
        parts.field("date").map(MailArticles::withoutComment).orElseGet(() -> day(envelope)),
        ADDRESSES.stream().flatMap(name -> address(parts, name)).findFirst().orElse(null),
        text,
        null,
        null,
        null,
        READ_AS);
  }

  private static Stream<String> address(MailParts parts, String name) {
    return parts
        .field(name)
        .map(WEB::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .filter(address -> OF_A_PAGE.matcher(address).matches())
        .stream();
  }

  /** Behind a date may stand the name of its zone in brackets. */
  private static String withoutComment(String date) {
    return COMMENT.matcher(date).replaceFirst("");
  }

  private static String day(String envelope) {
    return envelope.isEmpty() ? null : Mailbox.withoutSender(envelope);
  }

  private record Header(Map<String, String> fields) implements BesideArticles.Fields {
    @Override
    public boolean has(String name) {
      return fields.containsKey(name);
    }

    @Override
    public String text(String name) {
      return fields.getOrDefault(name, "");
    }
  }
}
