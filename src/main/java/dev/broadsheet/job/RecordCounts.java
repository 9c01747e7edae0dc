package dev.broadsheet.job;

import dev.broadsheet.runs.Check;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Adds up the records that were read: by reason, and by what was found by looking at them. */
final class RecordCounts {
  /** So large a part of the articles may lose an address before it is a warning. */
  private static final double LOST_ADDRESSES = 0.01;

  private static final String DATES = "dates ";

  private final Map<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> readAs = new TreeMap<>();
  private long valid;
  private long outside;
  private long lostAddresses;
  private String lostAddress = "";

  /** Adds a row of reason, inside, read_as, date_form, records, lost addresses, and one of them. */
  void add(Row row) {
    long records = row.getLong(4);
    if (!row.isNullAt(0)) {
      rejected.merge(row.getString(0), records, Long::sum);
    } else if (row.getBoolean(1)) {
      valid += records;
    } else {
      outside += records;
    }
    say("", row.getString(2), records);
    say(DATES, row.getString(3), records);
    if (row.isNullAt(0) && row.getLong(5) > 0) {
      lostAddresses += row.getLong(5);
      String address = row.getString(6);
      boolean first = lostAddress.isEmpty() || address.compareTo(lostAddress) < 0;
      lostAddress = first ? address : lostAddress;
    }
  }

  private void say(String prefix, String found, long records) {
    if (found != null && !found.isEmpty()) {
      readAs.merge(prefix + found, records, Long::sum);
    }
  }

  Reading.Records records(Dataset<Row> rows) {
    return new Reading.Records(
        rows, valid, outside, rejected, commonestFirst(), List.of(addresses()));
  }

  /** How many records have dates of a form, where that is not the contract's. */
  Map<String, Long> dateForms() {
    Map<String, Long> forms = new TreeMap<>();
    readAs.forEach(
        (found, records) -> {
          if (found.startsWith(DATES)) {
            forms.put(found.substring(DATES.length()), records);
          }
        });
    return forms;
  }

  private Map<String, Long> commonestFirst() {
    var ordered = new LinkedHashMap<String, Long>();
    readAs.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(found -> ordered.put(found.getKey(), found.getValue()));
    return ordered;
  }

  private Check addresses() {
    long articles = valid + outside;
    String example =
        JobConfig.withoutUser(
            lostAddress.length() > 100 ? lostAddress.substring(0, 100) + "…" : lostAddress);
    return Check.warning(
        "addresses_lost",
        articles == 0 ? 0 : (double) lostAddresses / articles,
        LOST_ADDRESSES,
        lostAddresses == 0
            ? "no article lost its address for being none"
            : "%,d articles whose address is none (http or https), such as %s; they have no URL"
                .formatted(lostAddresses, example));
  }
}
