package dev.broadsheet.articles.identity;

import java.io.Serializable;
import java.util.Comparator;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * One of the rows that share a key, an address or all they say: what decides which article it is
 * of, and which version of it wins. Of the body it has hashes and the opening.
 */
final class Version implements Serializable {
  private static final long serialVersionUID = 1;

  /** So much of two bodies of one day, length and title tells nearly always which is smaller. */
  private static final int OPENING = 200;

  private static final int[] NONE = {};

  /**
   * The latest wins, then the longest, then that with the smallest title and opening, then one of
   * different texts whichever it is, then the smallest URL.
   */
  static final Comparator<Version> BEST_FIRST =
      Comparator.comparingInt((Version v) -> v.copy.hasDay() ? -v.copy.day() : Integer.MAX_VALUE)
          .thenComparing(v -> -v.length)
          .thenComparing(v -> UTF8String.fromString(v.title))
          .thenComparing(v -> UTF8String.fromString(v.opening))
          .thenComparing(v -> v.content)
          .thenComparing(
              v -> v.url == null ? null : UTF8String.fromString(v.url),
              Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(v -> UTF8String.fromString(v.file))
          .thenComparing(v -> v.record);

  private final Copy copy;
  private final long key;
  private final long content;
  private final int length;
  private final String title;
  private final String opening;
  private final String url;
  private final String address;
  private final String file;
  private final long record;
  private final int[] sketch;

  Version(Copy copy, long key, ArticleRow row) {
    this.copy = copy;
    this.key = key;
    content = ArticleId.contentHash(row);
    length = row.body().codePointCount(0, row.body().length());
    title = row.title();
    opening = row.body().substring(0, Math.min(OPENING, row.body().length()));
    url = row.url();
    address = row.address();
    file = row.file();
    record = row.record();
    sketch = row.address() == null ? NONE : TextSketch.of(row.body());
  }

  /** The same as one of those that may be copies of others. */
  Copy copy() {
    return copy;
  }

  long key() {
    return key;
  }

  /** The hash of title, date and body. */
  long content() {
    return content;
  }

  /** The canonical URL; null for none. */
  String address() {
    return address;
  }

  /** Of the body of a version that has an address. */
  int[] sketch() {
    return sketch;
  }
}
