package dev.broadsheet.articles;

import dev.broadsheet.articles.cleaning.CleanText;
import dev.broadsheet.articles.cleaning.Headline;
import dev.broadsheet.articles.cleaning.WrittenTree;
import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.identity.CanonicalUrl;
import dev.broadsheet.articles.input.PartitionFolders;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.input.ZipFiles;
import dev.broadsheet.articles.records.NoValue;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import dev.broadsheet.articles.records.WrittenList;
import dev.broadsheet.dates.Dates;
import dev.broadsheet.dates.PathDates;
import dev.broadsheet.shuffle.Columns;
import java.io.Serializable;
import java.sql.Date;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * Decides for every record, whatever its format, whether it is an article, in one place. A record
 * that is none gets the first reason that holds, in the order of {@link #rejection}.
 */
public final class Validation implements Serializable {
  private static final long serialVersionUID = 1;

  /** What {@link #of} returns. */
  static final StructType VALIDATED =
      Columns.of(
          "input_file string, record bigint, title string, published date, url string,"
              + " canonical_url string, source string, body string, defects string, reason string,"
              + " detail string, raw string, read_as string, date_form string, lost_url string");

  /** Forms of dates about which nothing needs to be said. */
  private static final Set<String> PLAIN_FORMS = Set.of("yyyyMMdd", "yyyy-MM-dd");

  private static final String OF_FOLDERS = "in the names of folders";
  private static final String OF_PATHS = "in the names of files and folders";

  private static final Pattern USER = Pattern.compile("^([a-z0-9+.-]+://)[^/@]*@");
  private static final Pattern HOST =
      Pattern.compile("^https?://(?:(?:www|m|amp|mobile)\\.(?=[^/:?]*\\.))*([^/:?#]+)");

  /** A record that is no article, and why. */
  private record Objection(Rejection reason, String detail) {}

  /** The texts of a record; null for what it does not have. */
  private record Texts(String title, String body, String date, String url) {
    String raw() {
      return RawRecord.start(
          Stream.of(title, date, url, body)
              .filter(text -> text != null)
              .collect(Collectors.joining("\n")));
    }
  }

  private final ReadOptions options;
  private final PathDates paths;

  private Validation(ReadOptions options, PathDates paths) {
    this.options = options;
    this.paths = paths;
  }

  /**
   * From {@link RawRecord#SCHEMA} to input_file, record, title, published, url, canonical_url,
   * source, body, defects, reason, detail, raw, read_as, date_form, lost_url; {@code reason} is
   * null for an article. An address that is none costs the address, which goes to {@code lost_url},
   * not the article.
   */
  static JavaRDD<Row> of(JavaRDD<Row> records, ReadOptions options, PathDates paths) {
    return records.map(new Validation(options, paths)::validated);
  }

  private Row validated(Row row) {
    String file = withoutUser(ZipFiles.shown(row.getString(0)));
    boolean readable = RawRecord.hasReadableTexts(row);
    String title = WrittenList.joined(row.getString(2), " ");
    String body = WrittenTree.text(WrittenList.joined(row.getString(5), "\n\n"));
    Repairs.Repaired repaired =
        readable ? Repairs.of(title, body, options) : new Repairs.Repaired(title, body, null);
    boolean encoded =
        readable
            && RawRecord.hasReadableAddress(row)
            && Stream.of(repaired.title(), repaired.body(), row.getString(4))
                .noneMatch(text -> text != null && text.indexOf('\0') >= 0);
    var texts =
        new Texts(
            something(repaired.title(), title(title, body, repaired)),
            something(repaired.body(), CleanText.lines(repaired.body())),
            emptyToNull(something(row.getString(3), CleanText.oneLine(row.getString(3)))),
            emptyToNull(something(row.getString(4), CleanText.oneLine(row.getString(4)))));
    Optional<String> address =
        texts.url() == null ? Optional.empty() : CanonicalUrl.of(texts.url());
    String source = address.map(Validation::host).orElse(null);
    Dates.Reading day = day(texts.date(), file, source);
    Objection objection = row.isNullAt(6) ? rejection(texts, encoded, day.problem()) : known(row);
    boolean rejected = objection != null;
    return RowFactory.create(
        file,
        row.getLong(1),
        texts.title(),
        day.day().map(Date::valueOf).orElse(null),
        address.map(url -> withScheme(texts.url())).orElse(null),
        address.orElse(null),
        source,
        texts.body(),
        repaired.defects(),
        rejected ? (row.isNullAt(6) ? objection.reason().reason() : row.getString(6)) : null,
        rejected ? objection.detail() : null,
        rejected ? (row.isNullAt(8) ? texts.raw() : row.getString(8)) : null,
        row.getString(9),
        day.form() == null || PLAIN_FORMS.contains(day.form()) ? null : day.form(),
        address.isPresent() ? null : texts.url());
  }

  /** Where one field is title and body, it is the beginning of the text that is the title. */
  private static String title(String title, String body, Repairs.Repaired repaired) {
    return title != null
            && title.equals(body)
            && (title.length() > Headline.LONGEST || repaired.body().indexOf('\n') >= 0)
        ? Headline.of(CleanText.lines(repaired.body()))
        : CleanText.oneLine(repaired.title());
  }

  /** A record without a date has that of its file's path, if that names one. */
  private Dates.Reading day(String date, String file, String source) {
    if (date != null) {
      return options.dates().read(date, file, source);
    }
    return PartitionFolders.date(file)
        .flatMap(named -> options.dates().read(named, file, source).day())
        .map(day -> new Dates.Reading(Optional.of(day), OF_FOLDERS, ""))
        .or(() -> paths.day(file).map(day -> new Dates.Reading(Optional.of(day), OF_PATHS, "")))
        .orElseGet(() -> options.dates().read(null, file, source));
  }

  /** What the reader of the format had to object. */
  private static Objection known(Row row) {
    return new Objection(null, row.getString(7));
  }

  private Objection rejection(Texts texts, boolean encoded, String dateProblem) {
    if (!encoded) {
      return new Objection(Rejection.BAD_ENCODING, "not UTF-8, or with NUL");
    }
    if (CleanText.isBlank(texts.title())) {
      return new Objection(Rejection.MISSING_TITLE, "no title");
    }
    if (CleanText.isBlank(texts.body())) {
      return new Objection(Rejection.MISSING_BODY, "no body");
    }
    long most = options.maxBytes();
    if (Utf8.isLonger(texts.body(), most - Utf8.length(texts.title()))) {
      long bytes = Utf8.length(texts.title()) + Utf8.length(texts.body());
      return new Objection(
          Rejection.TOO_LARGE,
          "%d bytes; the limit is %d (--max-article-bytes)".formatted(bytes, most));
    }
    return dateProblem == null || dateProblem.isEmpty()
        ? null
        : new Objection(Rejection.BAD_DATE, dateProblem);
  }

  /** Strikes user and password from a URI, so that they reach no table. */
  static String withoutUser(String uri) {
    return uri.indexOf('@') < 0 ? uri : USER.matcher(uri).replaceFirst("$1");
  }

  private static String withScheme(String url) {
    return url.startsWith("http") ? url : CanonicalUrl.withScheme(url);
  }

  private static String host(String address) {
    Matcher host = HOST.matcher(address);
    return host.find() ? host.group(1) : null;
  }

  private static String emptyToNull(String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  /** The cleaned text, unless what was read says that there is none; long texts are not asked. */
  private static String something(String text, String cleaned) {
    return NoValue.isWritten(text) ? null : cleaned;
  }
}
