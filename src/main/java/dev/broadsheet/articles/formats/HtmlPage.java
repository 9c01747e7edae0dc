package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.records.RawRecord;
import dev.broadsheet.articles.records.Rejection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A saved page: title, date and address as it tells them to search engines and to those who share
 * it (Open Graph, schema.org, the names of the Dublin Core), its text in the element that is marked
 * as such, its title the name of the file if there is no other. What sources repeat around their
 * texts is cut later, as of all articles.
 */
final class HtmlPage {
  private static final List<String> TITLES =
      List.of("meta[property=og:title]", "meta[name=twitter:title]", "h1", "title");
  private static final List<String> DATES =
      List.of(
          "meta[property=article:published_time]",
          "meta[itemprop=datePublished]",
          "meta[name~=(?i)^(date|pubdate|publish[-_]?date|article\\.published|dcterms\\.created"
              + "|dc\\.date(\\.issued)?|dcterms\\.date|parsely-pub-date|sailthru\\.date|cxenseparse:recs:publishtime)$]",
          "time[itemprop=datePublished]",
          "time[pubdate]");
  private static final List<String> ADDRESSES =
      List.of("link[rel=canonical]", "meta[property=og:url]", "a.p-canonical", "a.u-url");
  private static final List<String> BODIES =
      List.of("[itemprop=articleBody]", "article", "main", "[role=main]", "body");
  private static final String OF_A_PAGE = "[itemprop=articleBody]";
  private static final String ARTICLES =
      "article:not([class*=comment]):not(article article, div.article article, .comments article,"
          + " #comments article), div.article:not(article div.article, div.article div.article)";

  /** What a page of one article tells to those who share it. */
  private static final String OF_ONE =
      "meta[property=og:type][content=article], meta[property=article:published_time]";

  /** Headings that lead to the pages of their articles. */
  private static final String LINKED = "article h2 a[href], article h3 a[href]";

  private static final Pattern ARTICLE_TYPE =
      Pattern.compile(
          "\"@type\"\\s*:\\s*\\[?\\s*\"(?:(?:News|Reportage\\w*|Opinion\\w*|Analysis\\w*)?Article|(Live)?BlogPosting)\"");
  private static final int SEVERAL = 3;

  /** So many characters a whole article has. */
  private static final int WHOLE = 600;

  private static final String MANY =
      "not one article but %,d in one page: write title, date, address and text of each as JSON"
          + " lines or CSV, or each into a page of its own";
  private static final String NO_TEXT = "header, footer, aside, nav, figure, h1";

  /** Of the attributes that hold such a value the first that an element has. */
  private static final List<String> VALUES = List.of("content", "datetime", "href");

  private static final Pattern PUBLISHED =
      Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]{4,40})\"");

  private HtmlPage() {}

  static Row parse(String file, InputStream in, ReadOptions options) throws IOException {
    int limit = (int) Math.min(options.maxBytes(), Integer.MAX_VALUE - 16);
    byte[] bytes = in.readNBytes(limit + 1);
    if (bytes.length > limit) {
      return RawRecord.rejected(
          file,
          1,
          Rejection.TOO_LARGE,
          "more than " + options.maxBytes() + " bytes (--max-article-bytes)",
          "");
    }
    Document page =
        Jsoup.parse(new ByteArrayInputStream(bytes), options.namedEncoding().orElse(null), "");
    String date = first(page, DATES).or(() -> published(page)).or(() -> time(page)).orElse(null);
    String title = first(page, TITLES).or(() -> FileTitle.words(file)).orElse(null);
    String url = first(page, ADDRESSES).orElse(null);
    long articles = articles(page);
    if (articles >= SEVERAL) {
      return RawRecord.rejected(file, 1, Rejection.BAD_RECORD, MANY.formatted(articles), "");
    }
    Optional<Element> text = text(page);
    return RowFactory.create(
        file,
        1L,
        title,
        date,
        url,
        text.map(HtmlPage::markup).orElse(null),
        null,
        null,
        null,
        "pages, the text in " + text.map(Element::normalName).orElse("none"));
  }

  /** What the first of some elements that says something says. */
  private static Optional<String> first(Document page, List<String> queries) {
    return queries.stream()
        .flatMap(query -> page.select(query).stream())
        .map(HtmlPage::value)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static String value(Element element) {
    return VALUES.stream()
        .filter(element::hasAttr)
        .map(element::attr)
        .findFirst()
        .orElseGet(element::text)
        .strip();
  }

  private static Optional<String> published(Document page) {
    return page.select("script[type=application/ld+json]").stream()
        .map(script -> PUBLISHED.matcher(script.data()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  /** The one time of a page; of several nobody knows which is the article's. */
  private static Optional<String> time(Document page) {
    List<Element> times = page.select("time[datetime]");
    return times.size() == 1 ? Optional.of(value(times.get(0))) : Optional.empty();
  }

  /**
   * How many whole articles there are in a page that does not say that it is one, as databases
   * export what was found, and blogs show the latest; teasers are shorter.
   */
  private static long articles(Document page) {
    List<Element> articles = page.select(ARTICLES);
    return articles.size() < SEVERAL || isOne(page)
        ? 0
        : articles.stream().filter(element -> element.text().length() >= WHOLE).count();
  }

  /**
   * Whether a page is marked as one article, or has one heading above others that lead nowhere, as
   * the entries of a live blog have them, and replies.
   */
  private static boolean isOne(Document page) {
    return page.select(OF_A_PAGE).size() == 1
        || !page.select(OF_ONE).isEmpty()
        || isOneByType(page)
        || page.select("h1").size() == 1 && page.select(LINKED).size() < SEVERAL;
  }

  private static boolean isOneByType(Document page) {
    List<MatchResult> types =
        page.select("script[type=application/ld+json]").stream()
            .flatMap(script -> ARTICLE_TYPE.matcher(script.data()).results())
            .toList();
    return types.size() == 1 || types.stream().anyMatch(type -> type.group(1) != null);
  }

  /** The one element that is marked as the text; where there are several, they are teasers. */
  private static Optional<Element> text(Document page) {
    return BODIES.stream()
        .map(page::select)
        .filter(found -> found.size() == 1)
        .map(found -> found.get(0))
        .filter(element -> !element.text().isBlank())
        .findFirst();
  }

  private static String markup(Element text) {
    Element copy = text.clone();
    copy.select(NO_TEXT).remove();
    return copy.outerHtml();
  }
}
