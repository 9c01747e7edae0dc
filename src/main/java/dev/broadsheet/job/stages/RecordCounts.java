package dev.broadsheet.job.stages;

import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.job.config.JobConfig;
import dev.broadsheet.runs.Check;
import java.io.Serializable;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/** Adds up the records that were read: by reason, and by what was found by looking at them. */
final class RecordCounts implements Serializable {
  private static final long serialVersionUID = 1;

  /** So large a part of the articles may lose an address before it is a warning. */
  private static final double LOST_ADDRESSES = 0.01;

  private static final String DATES = "dates ";

  private final Map<String, Long> rejected = new TreeMap<>();
  private final Map<String, Long> leftOut = new TreeMap<>();
  private final Map<String, Long> readAs = new TreeMap<>();
  private long valid;
  private long characters;
  private long outside;
  private long lostAddresses;
  private String lostAddress = "";

  /** Adds a record; returns this one. */
  RecordCounts add(Row row) {
    String reason = row.getAs("reason");
    if (RawRecord.LEFT_OUT.equals(reason)) {
      leftOut.merge(row.getAs("detail"), 1L, Long::sum);
      return this;
    }
    if (reason != null) {
      rejected.merge(reason, 1L, Long::sum);
    } else if (row.<Boolean>getAs("inside")) {
      valid++;
      characters += row.<String>getAs("body").length();
    } else {
      outside++;
    }
    say("", row.getAs("read_as"));
    say(DATES, row.getAs("date_form"));
    String address = row.getAs("lost_url");
    if (reason == null && address != null) {
      lostAddresses++;
      lostAddress = first(lostAddress, address);
    }
    return this;
  }

  /** Adds others; returns this one. */
  RecordCounts add(RecordCounts others) {
    others.rejected.forEach((reason, records) -> rejected.merge(reason, records, Long::sum));
    others.leftOut.forEach((kind, records) -> leftOut.merge(kind, records, Long::sum));
    others.readAs.forEach((found, records) -> readAs.merge(found, records, Long::sum));
    valid += others.valid;
    characters += others.characters;
    outside += others.outside;
    lostAddresses += others.lostAddresses;
    lostAddress = first(lostAddress, others.lostAddress);
    return this;
  }

  /** Empty is none. */
  private static String first(String one, String other) {
    return one.isEmpty() || !other.isEmpty() && other.compareTo(one) < 0 ? other : one;
  }

  private void say(String prefix, String found) {
    if (found != null && !found.isEmpty()) {
      readAs.merge(prefix + found, 1L, Long::sum);
    }
  }

  Records records(JavaRDD<Row> rows) {
    return new Records(
        rows,
        valid,
        characters,
        outside,
        rejected,
        commonestFirst(leftOut),
        commonestFirst(readAs),
        List.of(addresses()));
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

  private static Map<String, Long> commonestFirst(Map<String, Long> counts) {
    var ordered = new LinkedHashMap<String, Long>();
    counts.entrySet().stream()
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
