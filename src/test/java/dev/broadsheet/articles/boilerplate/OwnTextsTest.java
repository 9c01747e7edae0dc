package dev.broadsheet.articles.boilerplate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

@SparkTest
class OwnTextsTest {
  private static final StructType ARTICLE =
      StructType.fromDDL(
          "source string, title string, body string, duplicate_of string, stub boolean");

  private static final String NOTICE =
      "Before you read on, this site and its %d partners would like to keep some cookies here."
          + " Press the green button to agree.";

  private final List<Row> articles = new ArrayList<>();

  private void add(String source, String title, String body) {
    articles.add(RowFactory.create(source, title, body, null, false));
  }

  /** A sentence that no other article has. */
  private static String own(int i) {
    return "Number %d of the towns by the river has built a levee%d.".formatted(i, i);
  }

  /** By source and title: what is left. */
  private Map<String, Row> left(SparkSession spark) {
    return OwnTextRows.of(spark.createDataFrame(articles, ARTICLE).coalesce(1))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(r -> r.getString(0) + " " + r.getString(1), r -> r));
  }

  private static String body(Map<String, Row> left, String article) {
    return left.get(article).getAs("body");
  }

  @Test
  void whatAPageRepeatsIsCutAndWhatTheNewsRepeatsStays(SparkSession spark) {
    String menu = "Home\nNews\nSport\nWeather\n";
    String links = "\n1. Title of article seven\n2. Title of article eight\n(12) Comments";
    for (int i = 0; i < 20; i++) {
      add(
          "page",
          "Article %d of it - The Page".formatted(i),
          menu + own(i) + "\n" + own(i + 100) + links.replace("12", "" + i));
      add("page", "Title of article " + (i == 0 ? "seven" : i == 1 ? "eight" : i), own(i + 200));
      add("wall", "Walled " + i, NOTICE.formatted(800 + i) + (i < 10 ? "" : "\n\n" + own(i)));
      // Said again, but at no fixed place and among other sentences.
      String again = "The town council of Orlin has met again. ";
      add(
          "news",
          "Own " + i,
          (i % 4 == 0 ? again : "")
              + own(i)
              + " "
              + (i % 4 == 1 ? again : "")
              + own(i + 300)
              + " "
              + (i % 4 == 2 ? again : "")
              + own(i + 400)
              + (i % 4 == 3 ? " " + again.strip() : ""));
    }
    Map<String, Row> left = left(spark);
    assertThat(body(left, "page Article 3 of it - The Page")).isEqualTo(own(3) + "\n" + own(103));
    assertThat(left.get("page Article 3 of it - The Page").<String>getAs("headline"))
        .isEqualTo("Article 3 of it");
    assertThat(left.get("page Title of article 3").<String>getAs("headline"))
        .isEqualTo("Title of article 3");
    assertThat(body(left, "page Title of article 3")).isEqualTo(own(203));
    assertThat(body(left, "wall Walled 3")).as("only a notice").isEmpty();
    assertThat(body(left, "wall Walled 13")).isEqualTo(own(13));
    articles.stream()
        .filter(article -> article.getString(0).equals("news"))
        .forEach(
            article ->
                assertThat(body(left, "news " + article.getString(1)))
                    .isEqualTo(article.getString(2)));
  }

  @Test
  void aWholeLineThatIsRepeatedIsCutWhereverItStands(SparkSession spark) {
    String rules =
        "This site may strike your comments. None is shown that insults a person. Please be brief.";
    for (int i = 0; i < 20; i++) {
      var before = new StringBuilder();
      for (int line = 0; line <= i % 5; line++) {
        before.append(own(100 * line + i)).append('\n');
      }
      var after = new StringBuilder();
      for (int comment = 0; comment < i % 6; comment++) {
        after.append("\n").append(own(1000 + 100 * comment + i));
      }
      add("talk", "Talk " + i, before + rules + after);
      // The same sentences with others in their line have no place of their own.
      add("said", "Said " + i, before + own(2000 + i) + " " + rules + " " + own(3000 + i) + after);
    }
    Map<String, Row> left = left(spark);
    for (Row article : articles) {
      String body = article.getString(2);
      assertThat(body(left, article.getString(0) + " " + article.getString(1)))
          .isEqualTo(
              article.getString(0).equals("said")
                  ? body
                  : body.replace(rules + "\n", "").replace("\n" + rules, ""));
    }
  }

  @Test
  void aSentenceIsCommonInTenArticlesAndTwoInAHundredOfItsSource(SparkSession spark) {
    for (int i = 0; i < 600; i++) {
      String source = i < 20 ? "small" : "large";
      String letter = i < 10 || (i >= 20 && i <= 30) ? " SUBSCRIBE to our letter today!" : "";
      String nine = i > 10 && i < 20 ? " It stands nine times here." : "";
      add(source, "Title " + i, own(i) + letter + nine);
    }
    Map<String, Row> left = left(spark);
    assertThat(body(left, "small Title 3")).isEqualTo(own(3));
    assertThat(body(left, "large Title 25")).endsWith(" SUBSCRIBE to our letter today!");
    assertThat(body(left, "small Title 15")).endsWith(" It stands nine times here.");
  }

  @Test
  void whatFiveArticlesHaveBesideFurnitureAtAnEndGoesUnlessItIsMostOfTheText(SparkSession spark) {
    String notice = "This text was carried over from our old pages, so tell us what is wrong.";
    String footer = "The Valley News - a house of the Valley Press";
    for (int i = 0; i < 500; i++) {
      String end = i < 3 ? "\n" + notice + "\n" + footer : i == 3 ? "\n" + notice : "";
      String middle = i == 4 ? notice + "\n" : "";
      add("old", "Old " + i, own(i) + "\n" + middle + own(1000 + i) + end);
    }
    for (int i = 0; i < 2; i++) {
      add("old", "Copy " + i, "No. " + i + "\n" + notice + "\n" + footer);
    }
    Map<String, Row> left = left(spark);
    assertThat(body(left, "old Old 2")).isEqualTo(own(2) + "\n" + own(1002));
    assertThat(body(left, "old Old 3")).endsWith(notice);
    assertThat(body(left, "old Old 4")).contains(notice);
    assertThat(body(left, "old Copy 1")).isEqualTo("No. 1\n" + notice);
  }

  @Test
  void aCopyATableAndALoneHeadingStayWholeAndAStubHasNoText(SparkSession spark) {
    String form =
        "The board of directors met this morning. It declared the dividend that it had promised.\n"
            + "Shareholders are asked to keep their certificates.\n";
    String table = "Prices of the morning\nGold in London\nSilver in London\nTin in Antwerp\n";
    for (int i = 0; i < 100; i++) {
      add("plain", "Plain " + i, own(i));
      if (i < 12) {
        add("plain", "Form " + i, form + "Dividend no. " + i + " of Fenwick" + i + " is paid.");
        add("plain", "Prices " + i, table + i + ".20\n" + i + ".40");
        add("plain", "Heads " + i, own(100 + i) + "\nBackground\n" + own(200 + i));
      }
    }
    articles.add(RowFactory.create("plain", "Stub", own(999), null, true));
    Map<String, Row> left = left(spark);
    assertThat(body(left, "plain Form 3")).isEqualTo(form + "Dividend no. 3 of Fenwick3 is paid.");
    assertThat(body(left, "plain Prices 3")).isEqualTo(table + "3.20\n3.40");
    assertThat(body(left, "plain Heads 3")).isEqualTo(own(103) + "\nBackground\n" + own(203));
    assertThat(body(left, "plain Stub")).isEmpty();
  }
}
