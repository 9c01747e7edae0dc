package dev.broadsheet.articles.identity;

import java.io.Serializable;

/** What was found of a row that shares its key or its text with others. */
final class Identity implements Serializable {
  private static final long serialVersionUID = 1;
  private final long location;
  private final long id;
  private final Long versionOf;
  private final Long duplicateOf;
  private final boolean stub;

  /**
   * A row.
   *
   * @param versionOf the id it shares, if it is a version that did not win; else null
   * @param duplicateOf the original's id; null for an original
   */
  Identity(long location, long id, Long versionOf, Long duplicateOf, boolean stub) {
    this.location = location;
    this.id = id;
    this.versionOf = versionOf;
    this.duplicateOf = duplicateOf;
    this.stub = stub;
  }

  /** Of a row that shares nothing. */
  static Identity alone(long id) {
    return new Identity(0, id, null, null, false);
  }

  /** A row's place among all: its partition, then its place there. */
  static long location(int partition, int place) {
    return (long) partition << Integer.SIZE | place;
  }

  int partition() {
    return (int) (location >>> Integer.SIZE);
  }

  long location() {
    return location;
  }

  String id() {
    return ArticleId.text(id);
  }

  /** Null for a version that won. */
  String versionOf() {
    return versionOf == null ? null : ArticleId.text(versionOf);
  }

  /** Null for an original. */
  String duplicateOf() {
    return duplicateOf == null ? null : ArticleId.text(duplicateOf);
  }

  boolean isStub() {
    return stub;
  }
}
