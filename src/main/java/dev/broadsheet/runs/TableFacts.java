package dev.broadsheet.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * What reading a written table found.
 *
 * @param bytes of its files
 * @param hash the sum of all rows' hashes in hexadecimal, without readings of the clock: the same
 *     for the same rows in any order
 * @param nulls values that are null and must not be
 * @param repeated rows with the key of the row before
 * @param unsorted rows whose key sorts before that of the row before
 * @param astray rows in another file than the hash of their first key column says, where a row with
 *     the same key would not be seen
 * @param firstKeys different values of the first key column
 * @param sparse groups whose ranks are not 1, 2, 3 …
 * @param off the farthest that the weights of a group are from 1 together
 * @param unreadable files that cannot be read, with the reason; a table without files is one
 * @param found what the table tells of itself, by the name of the {@link Fact}
 */
public record TableFacts(
    Audit.Subject subject,
    long bytes,
    long rows,
    String hash,
    long nulls,
    long repeated,
    long unsorted,
    long astray,
    long firstKeys,
    long sparse,
    double off,
    List<String> unreadable,
    Map<String, Object> found) {

  /** Of all files of a table. */
  static TableFacts of(Audit.Subject subject, long bytes, List<FileFacts> files) {
    var found = new LinkedHashMap<String, Object>();
    for (Fact fact : subject.facts()) {
      Object all = fact.start();
      for (FileFacts file : files) {
        all = fact.merge(all, file.found(fact));
      }
      found.put(fact.name(), all);
    }
    var unreadable =
        new ArrayList<>(files.stream().map(FileFacts::failure).filter(f -> !f.isEmpty()).toList());
    if (files.isEmpty()) {
      unreadable.add("no file");
    }
    return new TableFacts(
        subject,
        bytes,
        files.stream().mapToLong(FileFacts::rows).sum(),
        "%016x".formatted(files.stream().mapToLong(FileFacts::hash).sum()),
        files.stream().mapToLong(FileFacts::nulls).sum(),
        files.stream().mapToLong(FileFacts::repeated).sum(),
        files.stream().mapToLong(FileFacts::unsorted).sum(),
        astray(files),
        files.stream().mapToLong(FileFacts::firstKeys).sum(),
        files.stream().mapToLong(FileFacts::sparse).sum(),
        files.stream().mapToDouble(FileFacts::off).max().orElse(0),
        List.copyOf(unreadable),
        found);
  }

  /** Of several files each has the rows of one bucket, that of most of its rows, and no two one. */
  private static long astray(List<FileFacts> files) {
    if (files.size() == 1) {
      return 0;
    }
    Set<Integer> taken = new HashSet<>();
    long astray = 0;
    for (FileFacts file : files) {
      long[] buckets = file.buckets();
      int own = 0;
      for (int i = 1; i < buckets.length; i++) {
        own = buckets[i] > buckets[own] ? i : own;
      }
      long all = LongStream.of(buckets).sum();
      if (all > 0) {
        astray += taken.add(own) ? all - buckets[own] : all;
      }
    }
    return astray;
  }

  /** The name of the table. */
  public String name() {
    return subject.name();
  }

  /** {@link Fact#sum}. */
  public long sum(String column) {
    return (Long) found.get(Fact.nameOfSum(column));
  }

  /** {@link Fact#count}. */
  public long count(String name) {
    return (Long) found.get(Fact.nameOfCount(name));
  }

  /** {@link Fact#max}; 0 where there is none. */
  public long max(String column) {
    long max = (Long) found.get(Fact.nameOfMax(column));
    return max == Long.MIN_VALUE ? 0 : max;
  }

  /** {@link Fact#min}; 0 where there is none. */
  public long min(String column) {
    long min = (Long) found.get(Fact.nameOfMin(column));
    return min == Long.MAX_VALUE ? 0 : min;
  }

  /** {@link Fact#distinct}. */
  public long distinct(String column) {
    return ((Set<?>) found.get(Fact.nameOfDistinct(column))).size();
  }

  /** {@link Fact#example}; empty where there is none. */
  public String example(String column) {
    return (String) found.get(Fact.nameOfExample(column));
  }
}
