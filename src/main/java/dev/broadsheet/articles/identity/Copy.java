package dev.broadsheet.articles.identity;

import dev.broadsheet.articles.cleaning.Letters;
import java.io.Serializable;
import java.time.LocalDate;

/** An article whose text may be that of others: what decides which of them is the original. */
final class Copy implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int NO_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();
  private static final long[] NONE = {};

  /** The fewest words of a body that is the same in two articles for one reason only. */
  private static final int WORDS = 12;

  private final long location;
  private final long id;
  private final int day;
  private final String source;
  private final String headline;
  private final String text;
  private final boolean words;
  private final long[] versions;

  private Copy(Copy other, long id, long[] versions) {
    this.location = other.location;
    this.id = id;
    this.day = other.day;
    this.source = other.source;
    this.headline = other.headline;
    this.text = other.text;
    this.words = other.words;
    this.versions = versions;
  }

  Copy(long location, long id, ArticleRow row) {
    this.location = location;
    this.id = id;
    day = row.published() == null ? NO_DAY : (int) row.published().toEpochDay();
    source = row.source();
    String letters = Letters.hash(row.title());
    headline = letters == null ? "" : letters;
    text = Letters.hash(row.body());
    words = Letters.hasWords(row.body(), WORDS);
    versions = NONE;
  }

  /** The same with this id, and others that are earlier versions of it: location and id of each. */
  Copy named(long id, long[] versions) {
    return new Copy(this, id, versions);
  }

  /** Where its row is: partition and place, as {@link Identity} has them. */
  long location() {
    return location;
  }

  long id() {
    return id;
  }

  boolean hasDay() {
    return day != NO_DAY;
  }

  /** Days since 1970; without a date far in the future. */
  int day() {
    return day;
  }

  /** Null for none. */
  String source() {
    return source;
  }

  /** The hash of the title's letters, empty for none. */
  String headline() {
    return headline;
  }

  /** The hash of the body's letters; of a body without any the id, so that it is no other's. */
  String text() {
    return text == null ? ArticleId.text(id) : text;
  }

  /** Whether the body is of a dozen words or more. */
  boolean hasWords() {
    return words;
  }

  /** Location and id of each earlier version. */
  long[] versions() {
    return versions;
  }
}
