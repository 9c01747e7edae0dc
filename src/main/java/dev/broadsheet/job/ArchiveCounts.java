package dev.broadsheet.job;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** How many articles there are, by language and by day. */
final class ArchiveCounts {
  private final TreeMap<String, Long> languages = new TreeMap<>();
  private final TreeMap<LocalDate, Long> days = new TreeMap<>();
  private long articles;
  private long uncertain;
  private long undated;
  private long unaddressed;
  private long duplicates;
  private long words;
  private long lost;

  /**
   * Adds a row of language, published, articles, articles without URL, duplicates, words, and
   * articles of which letters are lost.
   */
  void add(Row row) {
    articles += row.getLong(2);
    if (row.isNullAt(0)) {
      uncertain += row.getLong(2);
    } else {
      languages.merge(row.getString(0), row.getLong(2), Long::sum);
    }
    if (row.isNullAt(1)) {
      undated += row.getLong(2);
    } else {
      days.merge(row.getDate(1).toLocalDate(), row.getLong(2), Long::sum);
    }
    unaddressed += row.getLong(3);
    duplicates += row.getLong(4);
    words += row.getLong(5);
    lost += row.getLong(6);
  }

  long articles() {
    return articles;
  }

  /** Articles whose language is certain, by its code. */
  SortedMap<String, Long> languages() {
    return languages;
  }

  /** Articles whose language is not certain: they take the main one. */
  long uncertain() {
    return uncertain;
  }

  NavigableMap<LocalDate, Long> days() {
    return days;
  }

  long undated() {
    return undated;
  }

  long unaddressed() {
    return unaddressed;
  }

  long duplicates() {
    return duplicates;
  }

  /** Words of all articles together. */
  long words() {
    return words;
  }

  /** Articles in which an encoding was lost, and not mended. */
  long lost() {
    return lost;
  }
}
