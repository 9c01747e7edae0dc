package dev.broadsheet.stories;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.PlantedCorpus;
import dev.broadsheet.Reprints;
import dev.broadsheet.SparkTest;
import dev.broadsheet.articles.boilerplate.OwnTextRows;
import dev.broadsheet.articles.identity.CanonicalOrder;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class StoriesTest {
  private static final StructType ARTICLE =
      StructType.fromDDL(
          "article_id string, published date, source string, body string, duplicate_of string,"
              + " version_of string");
  private static final String[] WORDS = new PlantedCorpus(1, 9000, 0, 0).words();

  private final List<Row> articles = new ArrayList<>();

  /** Adds an article of a day in January, or of none; ids descend, and span all of a long. */
  private String add(Integer day, String source, String body, String original) {
    String id = "%016x".formatted(0x8000000000000002L - articles.size());
    Date published = day == null ? null : Date.valueOf(LocalDate.of(2022, 1, day));
    articles.add(RowFactory.create(id, published, source, body, original, null));
    return id;
  }

  /** So many words from one on, all different. */
  private static String words(int from, int count) {
    return Arrays.stream(WORDS, from, from + count).collect(joining(" "));
  }

  /** By article_id: story_id, similarity, is_first. */
  private static Map<String, String> stories(Dataset<Row> articles) {
    return stories(articles, "''");
  }

  /** The same of articles whose title is an expression. */
  private static Map<String, String> stories(Dataset<Row> articles, String title) {
    Dataset<Row> own =
        OwnTextRows.of(articles.selectExpr("*", title + " as title", "false as stub"));
    Map<String, String> found = new HashMap<>();
    members(own)
        .forEach(
            row ->
                found.put(
                    row.getString(1),
                    row.getString(2) + (row.getBoolean(4) ? " first " : " ") + row.getDouble(3)));
    return found;
  }

  private static List<Row> members(Dataset<Row> articles) {
    Dataset<Row> inOrder =
        CanonicalOrder.of(articles, 3, functions.expr("coalesce(duplicate_of, article_id)"));
    long count = inOrder.count();
    JavaRDD<Sketches> sketches = Sketches.of(inOrder).cache();
    return Stories.of(inOrder, sketches, StoryCandidates.of(sketches, count)).collect();
  }

  private Map<String, String> stories(SparkSession spark) {
    return stories(spark.createDataFrame(articles, ARTICLE));
  }

  @Test
  void aStoryHasTheIdOfItsFirstArticleAndSaysHowSimilarTheOthersOfTheWeekAre(SparkSession spark) {
    String reprint = add(5, "b", words(0, 20) + " " + words(900, 1) + " " + words(21, 39), null);
    String first = add(3, "a", "“" + words(0, 60).toUpperCase() + "!”", null);
    String copy = add(4, "c", "the same", first);
    String reprintOfReprint =
        add(11, "d", words(0, 20) + " " + words(900, 1) + " " + words(21, 19), null);
    String undated = add(null, "e", words(0, 58), null);
    String lonely = add(3, "a", words(100, 60), null);
    String lonelyOriginal = add(3, "a", words(400, 10), null);
    String lonelyCopy = add(null, "a", "the same too", lonelyOriginal);
    String aWeekLater = add(10, "a", words(200, 59), null);
    String aWeekBefore = add(3, "b", words(200, 60), null);
    add(3, "a", words(300, 60), null);
    add(11, "b", words(300, 59), null);
    assertThat(stories(spark))
        .containsOnly(
            Map.entry(aWeekBefore, aWeekBefore + " first 1.0"),
            Map.entry(aWeekLater, aWeekBefore + " " + 57 / 58.0),
            Map.entry(first, first + " first 1.0"),
            Map.entry(copy, first + " 1.0"),
            // 60 words are 58 runs of three; a word changed is in three of them.
            Map.entry(reprint, first + " " + 55 / 61.0),
            // 40 words are 38 runs; three of them are new.
            Map.entry(reprintOfReprint, first + " " + 35 / 61.0),
            Map.entry(undated, first + " " + 56 / 58.0),
            Map.entry(lonelyOriginal, lonelyOriginal + " first 1.0"),
            Map.entry(lonelyCopy, lonelyOriginal + " 1.0"))
        .doesNotContainKey(lonely);
  }

  /** A hundred words of which every fifth is another: two of five runs of three stay. */
  private static String rewritten(int from, int others) {
    return IntStream.range(0, 20)
        .mapToObj(i -> words(from + 5 * i, 4) + " " + words(others + i, 1))
        .collect(joining(" "));
  }

  /** A hundred words, each of which so many articles have, in another order each. */
  private void common(int from, int copies) {
    IntStream.rangeClosed(1, copies)
        .mapToObj(
            step ->
                IntStream.range(0, 101)
                    .mapToObj(i -> words(from + i * step % 101, 1))
                    .collect(joining(" ")))
        .forEach(text -> add(3, "c", text, null));
  }

  @Test
  void aTextIsRewrittenWithinThreeDaysAndCopiedLater(SparkSession spark) {
    common(2000, 3);
    String soon = add(3, "a", words(0, 100), null);
    String rewrittenSoon = add(6, "b", rewritten(0, 2000), null);
    add(3, "a", words(200, 100), null);
    add(7, "b", rewritten(200, 2020), null);
    String late = add(3, "a", words(400, 100), null);
    String copiedLate = add(7, "b", words(400, 80) + " " + words(2050, 20), null);
    assertThat(stories(spark)).containsOnlyKeys(soon, rewrittenSoon, late, copiedLate);
  }

  @Test
  void noticesInOneFormAreAStoryOnlyIfTheyHaveTheSameFacts(SparkSession spark) {
    for (int i = 0; i < 20; i++) {
      String facts = words(1000 + 2 * i, 2);
      add(
          3 + i % 5,
          "a",
          "%s Corp said net income rose to %d mln dlrs from %d mln dlrs a year ago. Revenues of the company were %d mln dlrs against %d mln dlrs, and shares outstanding came to %d mln in the quarter that ended in March."
              .formatted(facts, 100 + i, 201 + 3 * i, 302 + 5 * i, 403 + 7 * i, 504 + 11 * i),
          null);
    }
    for (int i = 0; i < 10; i++) {
      String notice = " at " + (100 + i / 2 * 2) + " " + words(2000 + i, 1);
      add(1 + 3 * i, "b", words(0, 60) + notice, null);
    }
    Map<String, String> found = stories(spark);
    assertThat(found).as("two for each number in the form of many weeks, none else").hasSize(10);
    assertThat(found.values().stream().map(story -> story.substring(0, 16)).distinct()).hasSize(5);
  }

  /** A form of sixty words, filled in by somebody who adds forty common words. */
  private static String notice(String name, int common) {
    return name + " said that " + words(0, 60) + " " + words(common, 40);
  }

  @Test
  void aFormFilledInBySomebodyElseIsAnotherStory(SparkSession spark) {
    common(2000, 3);
    String first = add(3, "a", notice("Fenlock Petroleum", 2000), null);
    add(3, "b", notice("Diamond Valcour", 2030), null);
    String rewritten = add(3, "b", notice("its rival Fenlock", 2060), null);
    assertThat(stories(spark)).containsOnlyKeys(first, rewritten);
  }

  @Test
  void aCopyThatSpellsTheNameDifferentlyIsTheSameStory(SparkSession spark) {
    String first = add(3, "a", "Fenlock Petroleum said that " + words(0, 60), null);
    String copy = add(3, "b", "Fennlock Petrolum said that " + words(0, 52), null);
    assertThat(stories(spark)).containsOnlyKeys(first, copy);
  }

  @Test
  void aCapitalThatManyArticlesBeginWithIsNoName(SparkSession spark) {
    common(2000, 3);
    IntStream.range(0, 21)
        .forEach(i -> add(3, "c", "Monday or Tuesday " + words(3000 + 20 * i, 20), null));
    String first = add(3, "a", "Monday " + words(0, 60) + " " + words(2000, 40), null);
    String rewritten = add(3, "b", "Tuesday " + words(0, 60) + " " + words(2050, 40), null);
    assertThat(stories(spark)).containsOnlyKeys(first, rewritten);
  }

  @Test
  void whatASourceAddsToAllItsArticlesMakesNoStory(SparkSession spark) {
    String footer = "\n" + words(0, 30) + ".\n" + words(30, 10);
    for (int i = 0; i < 12; i++) {
      add(3, "a", words(1000 + 50 * i, 50) + "." + footer, null);
    }
    String first = add(3, "a", words(3000, 50) + "." + footer, null);
    String second = add(4, "b", words(3000, 50), null);
    assertThat(stories(spark))
        .containsOnly(Map.entry(first, first + " first 1.0"), Map.entry(second, first + " 1.0"));
  }

  @Test
  void thousandsOfCopiesAreOneStoryOfFewPairs(SparkSession spark) {
    int copies = 1000;
    for (int i = 0; i < copies; i++) {
      int changed = i % 120;
      add(
          1 + i % 28,
          "a",
          words(0, changed) + " " + words(200 + i, 1) + " " + words(changed + 1, 119 - changed),
          null);
    }
    Dataset<Row> all = spark.createDataFrame(articles, ARTICLE).selectExpr("*", "'' as title");
    assertThat(
            StoryCandidates.of(Sketches.of(all).cache(), copies).collect().stream()
                .mapToLong(Candidates::size)
                .sum())
        .isBetween(copies - 1L, 8L * copies);
    assertThat(members(all))
        .hasSize(copies)
        .extracting(row -> row.getString(2))
        .containsOnly("%016x".formatted(0x8000000000000002L - 980));
  }

  @Test
  void aRoundupIsInTheStoryOfOneOfItsTextsAndJoinsNoOther(SparkSession spark) {
    String first = add(3, "a", words(0, 80), null);
    String another = add(4, "a", words(100, 60), null);
    String reprintOfAnother = add(4, "b", words(100, 59), null);
    add(4, "a", words(200, 60), null);
    String roundup = add(4, "c", words(0, 80) + " " + words(100, 60) + " " + words(200, 60), null);
    assertThat(stories(spark))
        .containsOnly(
            Map.entry(first, first + " first 1.0"),
            // All 78 runs of three of the first are in the 198 of the roundup.
            Map.entry(roundup, first + " " + 78 / 198.0),
            Map.entry(reprintOfAnother, reprintOfAnother + " first 1.0"),
            Map.entry(another, reprintOfAnother + " " + 57 / 58.0));
  }

  @Test
  void versionsOfAnArticleUnderItsAddressAreNoReprints(SparkSession spark) {
    String article = add(5, "a", words(0, 60), null);
    articles.add(
        RowFactory.create(
            "0000000000000001", Date.valueOf("2022-01-02"), "a", words(0, 50), article, article));
    assertThat(stories(spark)).isEmpty();
    add(6, "b", words(0, 60), article);
    assertThat(stories(spark)).hasSize(2);
  }

  @Test
  void aReplyThatQuotesAMessageIsNoReprintOfIt(SparkSession spark) {
    String message = add(3, "a", words(0, 60), null);
    String reply = add(4, "b", words(0, 59), null);
    String sentTwice = add(4, "b", "the same", reply);
    String passedOn = add(5, "c", words(0, 58), null);
    Dataset<Row> thread = spark.createDataFrame(articles, ARTICLE);
    String title =
        "case article_id when '%s' then '%s' when '%s' then 'Fwd: [a] The dam' else '[a] The dam' end";
    for (String subject : List.of("Re: The dam", "[a] RE: The dam", "Re[2]: The dam", "AW: Dam")) {
      assertThat(stories(thread, title.formatted(reply, subject, passedOn)))
          .containsOnly(
              Map.entry(message, message + " first 1.0"),
              Map.entry(passedOn, message + " " + 56 / 58.0),
              Map.entry(reply, reply + " first 1.0"),
              Map.entry(sentTwice, reply + " 1.0"));
    }
    assertThat(stories(thread, title.formatted(reply, "Report: The dam", passedOn))).hasSize(4);
    assertThat(stories(thread, title.formatted(reply, "Report: The dam", passedOn)).get(reply))
        .startsWith(message);
  }

  @Test
  void plantedReprintsAreFoundAndNothingElse(SparkSession spark) {
    var reprints = new Reprints(30, 1);
    Map<String, String> found = stories(reprints.articles(spark).repartition(3));
    for (Reprints.Change change : Reprints.Change.values()) {
      long together =
          IntStream.range(0, 30)
              .mapToObj(i -> reprints.ids(change, i))
              .filter(
                  ids ->
                      found.containsKey(ids[0])
                          && found.containsKey(ids[1])
                          && found
                              .get(ids[0])
                              .substring(0, 16)
                              .equals(found.get(ids[1]).substring(0, 16)))
              .count();
      assertThat(together)
          .as(change.label())
          .isGreaterThanOrEqualTo(change == Reprints.Change.THIRTY ? 27 : 29);
    }
    assertThat(found.size()).isLessThanOrEqualTo(2 * 30 * 3);
  }
}
