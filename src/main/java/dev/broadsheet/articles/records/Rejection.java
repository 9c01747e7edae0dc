package dev.broadsheet.articles.records;

/** Why a record cannot be an article; {@link #reason} is what stands in the quarantine table. */
public enum Rejection {
  EMPTY_FILE,
  MISSING_TITLE,
  MISSING_BODY,
  BAD_DATE,
  BAD_ENCODING,
  TOO_LARGE,
  BAD_RECORD;

  /** The name in {@code quarantine.reason}. */
  public String reason() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
