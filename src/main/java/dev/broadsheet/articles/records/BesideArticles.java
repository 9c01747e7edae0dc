package dev.broadsheet.articles.records;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands beside articles in exports, as these say themselves: drafts, pages and files of
 * content systems, talk and redirects of a wiki, people and sites in a graph of schema.org. Such a
 * record is neither an article nor rejected, but left out and counted by its kind, whatever the
 * format. This is the one place that knows.
 */
public final class BesideArticles {
  /** The fields of a record, by their names. */
  public interface Fields {
    /** Whether there is such a field, be it empty. */
    boolean has(String name);

    /** A field's value as text; empty if there is none. */
    String text(String name);

    /** Whether there may be one of these fields, where that is known fast. */
    default boolean mayHaveOneOf(Set<String> names) {
      return true;
    }

    /** Whether there is a field that says something by being there. */
    default boolean isMarked(String name) {
      return has(name);
    }
  }

  /** The fields of a row of a table, which has all columns in every row. */
  public interface Cells extends Fields {
    @Override
    default boolean isMarked(String name) {
      String text = text(name).strip();
      return !text.isEmpty()
          && !NoValue.isWritten(text)
          && !text.equals("0")
          && !text.equalsIgnoreCase("false");
    }
  }

  /** What is of no kind that has a name of its own. */
  public static final String OTHER_THINGS = "other things";

  private static final Export[] EXPORTS = Export.values();
  private static final Set<String> TELLING =
      Stream.of(
              Arrays.stream(EXPORTS).map(export -> export.fields().get(0)),
              KindsOfRecords.FLAGS.stream().map(KindsOfRecords.Flag::field))
          .flatMap(names -> names)
          .collect(Collectors.toUnmodifiableSet());

  private BesideArticles() {}

  /** Whether records that have these fields may be such. */
  public static boolean mayBe(Collection<String> names) {
    return exports(names).findAny().isPresent() || names.stream().anyMatch(KindsOfRecords::isFlag);
  }

  /** What is said of files whose records have these fields; empty where all are articles. */
  public static String said(Collection<String> names) {
    return exports(names)
        .map(Export::said)
        .filter(said -> !said.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** The fields that a record which has these is asked for, of whatever export it is. */
  public static Set<String> asked(Collection<String> names) {
    return Stream.concat(
            exports(names).flatMap(Export::asked), names.stream().filter(KindsOfRecords::isFlag))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Stream<Export> exports(Collection<String> names) {
    Set<String> known = Set.copyOf(names);
    return Arrays.stream(EXPORTS).filter(export -> known.containsAll(export.fields()));
  }

  /**
   * How many records were left out.
   *
   * @param kinds with their counts, as they are to be told
   * @return {@code 312 left out (drafts 290, pages 22)}; empty for none
   */
  public static String counted(Map<String, Long> kinds) {
    return kinds.isEmpty()
        ? ""
        : kinds.entrySet().stream()
            .map(kind -> String.format(Locale.ROOT, "%s %,d", kind.getKey(), kind.getValue()))
            .collect(
                Collectors.joining(
                    ", ",
                    String.format(
                        Locale.ROOT,
                        "%,d left out (",
                        kinds.values().stream().mapToLong(Long::longValue).sum()),
                    ")"));
  }

  /**
   * What a record is, in the plural, if it is known to be no article: {@code drafts}, {@code
   * redirects}. There are a dozen kinds.
   */
  public static Optional<String> kind(Fields record) {
    if (!record.mayHaveOneOf(TELLING)) {
      return Optional.empty();
    }
    Optional<String> flagged = KindsOfRecords.flagged(record);
    if (flagged.isPresent()) {
      return flagged;
    }
    for (Export export : EXPORTS) {
      if (export.isOf(record)) {
        Optional<String> kind = export.kind(record);
        if (kind.isPresent()) {
          return kind;
        }
      }
    }
    return Optional.empty();
  }
}
