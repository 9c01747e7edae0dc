package dev.broadsheet.articles.fields;

import dev.broadsheet.articles.cleaning.Html;
import dev.broadsheet.dates.DateOrders;
import dev.broadsheet.dates.Dates;
import java.io.Serializable;
import java.util.Optional;

/**
 * How records are read, as far as the user says it; what is left open is found by looking.
 *
 * @param maxBytes the most bytes of an article
 * @param columns which fields are title, date, URL and body
 * @param records where in a JSON file its records are: a path into objects, {@code
 *     response.results}; empty for the file's own values
 * @param dates how days are written
 * @param encoding of text, CSV and JSON; empty for UTF-8, or what a byte order mark says
 * @param html what becomes of markup
 * @param sample about how many records of each format are read; 0 for all
 */
public record ReadOptions(
    long maxBytes,
    Fields columns,
    String records,
    Dates dates,
    String encoding,
    Html html,
    long sample)
    implements Serializable {

  /** Nothing is said but the size. */
  public static ReadOptions of(long maxBytes) {
    return new ReadOptions(maxBytes, Fields.UNNAMED, "", Dates.STANDARD, "", Html.SHOWN, 0);
  }

  /** The same for a part of the input: about so many records of each format. */
  public ReadOptions sampling(long wanted) {
    return new ReadOptions(maxBytes, columns, records, dates, encoding, html, wanted);
  }

  /** The same, where it is known in which order day and month stand; empty if it was before. */
  public Optional<ReadOptions> inOrder(DateOrders orders) {
    return !dates.orders().equals(DateOrders.OPEN)
        ? Optional.empty()
        : Optional.of(
            new ReadOptions(
                maxBytes, columns, records, dates.inOrder(orders), encoding, html, sample));
  }

  public Optional<String> namedEncoding() {
    return encoding.isEmpty() ? Optional.empty() : Optional.of(encoding);
  }
}
