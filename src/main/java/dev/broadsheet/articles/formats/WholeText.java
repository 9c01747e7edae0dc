package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.input.OtherFormat;
import dev.broadsheet.articles.input.Utf8;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * A file that is read as one text, not longer than an article may be.
 *
 * @param text empty where it is rejected
 * @param encoding that was found or named; empty for UTF-8
 * @param rejected why it is no text; empty where it is one
 */
record WholeText(String text, String encoding, Optional<Row> rejected) {
  static WholeText of(String file, InputStream in, ReadOptions options) throws IOException {
    long maxBytes = options.maxBytes();
    int limit = (int) Math.min(maxBytes, Integer.MAX_VALUE - 16);
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return rejected(
          file,
          Rejection.TOO_LARGE,
          "more than " + maxBytes + " bytes (--max-article-bytes)",
          Utf8.lenient(bytes, bytes.length));
    }
    Optional<Charset> encoding =
        Utf8.marked(bytes).or(() -> options.namedEncoding().map(Charset::forName));
    Optional<String> text = Utf8.decode(bytes, encoding);
    if (text.isEmpty() || text.get().indexOf('\0') >= 0) {
      String detail =
          OtherFormat.ofBytes(bytes)
              .map(other -> "the file is " + other.advice())
              .orElseGet(() -> whyNoText(text, encoding));
      return rejected(file, Rejection.BAD_ENCODING, detail, Utf8.lenient(bytes, bytes.length));
    }
    if (text.get().isBlank()) {
      return rejected(file, Rejection.EMPTY_FILE, "nothing but white space", text.get());
    }
    return new WholeText(text.get(), encoding.map(Charset::name).orElse(""), Optional.empty());
  }

  private static WholeText rejected(String file, Rejection why, String detail, String raw) {
    return new WholeText("", "", Optional.of(RawRecord.rejected(file, 1, why, detail, raw)));
  }

  private static String whyNoText(Optional<String> text, Optional<Charset> encoding) {
    return text.isPresent()
        ? "binary: it has NUL characters"
        : "not " + encoding.map(Charset::name).orElse("UTF-8");
  }
}
