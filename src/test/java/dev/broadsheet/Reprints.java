package dev.broadsheet;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Articles of pseudo-words among which reprints are planted: of each kind of {@link Change} so many
 * originals with one reprint each, by another source within three days; three times as many
 * unrelated articles; and as many notices that fill in two forms, earnings and weather. Each source
 * ends its articles with a sentence of its own. Article i depends on the seed and i alone.
 *
 * @param pairs originals of each kind
 */
public record Reprints(int pairs, long seed) {
  /** What is done to a text that is reprinted. */
  public enum Change {
    TENTH("10 % of words changed"),
    THIRTY("30 % of words changed"),
    CUT("a paragraph cut");

    private final String label;

    Change(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  private static final StructType ROW =
      StructType.fromDDL(
          "article_id string, published date, source string, body string, duplicate_of string,"
              + " version_of string");
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 3);
  private static final int DAYS = 60;
  private static final int SOURCES = 8;
  private static final int VOCABULARY = 20_000;
  private static final int PARAGRAPHS = 5;
  private static final int SENTENCES = 3;
  private static final String[] WORDS = new PlantedCorpus(1, VOCABULARY, 0, 0).words();

  /** The article_ids of the kind: of original i and of its reprint. */
  public String[] ids(Change change, int i) {
    long original = 2L * (change.ordinal() * (long) pairs + i);
    return new String[] {id(original), id(original + 1)};
  }

  /** All of it: article_id, published, source, body, duplicate_of and version_of (null). */
  public Dataset<Row> articles(SparkSession spark) {
    Stream<Row> planted =
        Arrays.stream(Change.values())
            .flatMap(change -> IntStream.range(0, pairs).boxed().flatMap(i -> pair(change, i)));
    int first = 2 * pairs * Change.values().length;
    Stream<Row> unrelated =
        IntStream.range(first, first + 3 * pairs)
            .mapToObj(i -> row(i, random(i), paragraphs(random(i))));
    Stream<Row> notices =
        IntStream.range(first + 3 * pairs, first + 4 * pairs)
            .mapToObj(i -> row(i, random(i), List.of(notice(random(i), i % 2 == 0))));
    return spark.createDataFrame(
        Stream.of(planted, unrelated, notices).flatMap(rows -> rows).toList(), ROW);
  }

  private Stream<Row> pair(Change change, int i) {
    int id = 2 * (change.ordinal() * pairs + i);
    List<String> text = paragraphs(random(id));
    var random = random(id + 1);
    List<String> changed =
        switch (change) {
          case TENTH -> replaced(text, 0.1, random);
          case THIRTY -> replaced(text, 0.3, random);
          case CUT -> without(text, random.nextInt(text.size()));
        };
    int day = random(id).nextInt(DAYS);
    return Stream.of(
        row(id, day, i % SOURCES, text),
        row(id + 1, day + random.nextInt(4), (i + 1) % SOURCES, changed));
  }

  private Row row(int id, SplittableRandom random, List<String> text) {
    return row(id, random.nextInt(DAYS), id % SOURCES, text);
  }

  private Row row(int id, int day, int source, List<String> text) {
    String footer = "All rights reserved by %s and its partners.".formatted(WORDS[source]);
    return RowFactory.create(
        id(id),
        Date.valueOf(FIRST_DAY.plusDays(day)),
        "source-%d.example".formatted(source),
        String.join("\n", text) + "\n" + footer,
        null,
        null);
  }

  private static String id(long number) {
    return "%016x".formatted(number * 0x9e3779b97f4a7c15L);
  }

  private SplittableRandom random(int id) {
    return new SplittableRandom(seed * 1_000_003 + id);
  }

  private static List<String> paragraphs(SplittableRandom random) {
    return IntStream.range(0, PARAGRAPHS)
        .mapToObj(
            p ->
                IntStream.range(0, SENTENCES)
                    .mapToObj(s -> sentence(random))
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static String sentence(SplittableRandom random) {
    return Stream.generate(() -> word(random))
            .limit(8 + random.nextInt(12))
            .collect(Collectors.joining(" "))
        + ".";
  }

  /** Common words are common: the density of ranks falls as 1 / rank. One in 30 is a number. */
  private static String word(SplittableRandom random) {
    return random.nextInt(30) == 0
        ? "" + random.nextInt(10_000)
        : WORDS[(int) StrictMath.pow(VOCABULARY, random.nextDouble()) - 1];
  }

  private static List<String> replaced(
      List<String> paragraphs, double share, SplittableRandom random) {
    return paragraphs.stream()
        .map(
            paragraph ->
                Arrays.stream(paragraph.split(" "))
                    .map(
                        word ->
                            random.nextDouble() < share
                                ? word(random) + (word.endsWith(".") ? "." : "")
                                : word)
                    .collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<String> without(List<String> paragraphs, int cut) {
    List<String> left = new ArrayList<>(paragraphs);
    left.remove(cut);
    return left;
  }

  private static String notice(SplittableRandom random, boolean earnings) {
    String name = WORDS[random.nextInt(VOCABULARY)];
    String form =
        earnings
            ? "%s Corp said its quarter ended with earnings per share of # cts against # cts a year ago. Net income was # against # in the same quarter. Revenues came to # against # and average shares outstanding to #. For the nine months earnings per share were # cts against # cts, net income was # and revenues were #."
            : "The forecast for %s tomorrow is a high of # degrees and a low of # degrees with winds from the west at # kilometres an hour. The chance of rain is # percent in the morning and # percent in the afternoon. Sunrise will be at # and sunset at #. The water in the harbour has # degrees and the pollen index stands at #.";
    String filled = form.formatted(name);
    while (filled.contains("#")) {
      filled = filled.replaceFirst("#", "" + random.nextInt(earnings ? 5000 : 60));
    }
    return filled;
  }
}
