package dev.broadsheet.articles.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.articles.fields.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {
  private static final String PAGE =
      """
      <!DOCTYPE html><html><head><title>T - The Ledger</title>%s</head>
      <body><nav>Home</nav><article><header><h1>T</h1>By Ann</header><p>One.</p><aside>More</aside><p>Two.</p></article>
      <footer>Contact</footer></body></html>
      """;

  @Test
  void whatAPageTellsToThoseWhoShareItIsTitleDateAndAddress() throws IOException {
    Row row =
        row(
            PAGE.formatted(
                "<meta property='og:title' content='T, in full'><meta"
                    + " property='article:published_time' content='2024-03-05T10:00:00Z'><link"
                    + " rel='canonical' href='https://a.example/1'>"));
    assertThat(row.getString(2)).isEqualTo("T, in full");
    assertThat(row.getString(3)).isEqualTo("2024-03-05T10:00:00Z");
    assertThat(row.getString(4)).isEqualTo("https://a.example/1");
    assertThat(row.getString(9)).isEqualTo("pages, the text in article");
  }

  @Test
  void anAddressMayBeALinkThatIsMarkedAsSuch() throws IOException {
    Row row =
        row(
            "<article><h1>T</h1><p>B</p><footer><a class='p-canonical' href='https://a.example/1'>C</a></footer></article>");
    assertThat(row.getString(4)).isEqualTo("https://a.example/1");
  }

  @Test
  void theTextIsThatOfTheElementThatIsMarkedAsSuch() throws IOException {
    String body = row(PAGE.formatted("")).getString(5);
    assertThat(body).contains("<p>One.</p>", "<p>Two.</p>");
    assertThat(body).doesNotContain("Home", "By Ann", "More", "Contact", "<h1>");
  }

  @Test
  void whereSeveralElementsAreMarkedTheyAreTeasersAndTheTextIsAroundThem() throws IOException {
    Row row =
        row("<title>T</title><main><p>One.</p><article>A</article><article>B</article></main>");
    assertThat(row.getString(9)).isEqualTo("pages, the text in main");
    assertThat(row.getString(5)).contains("One.");
  }

  @Test
  void aPageOfManyWholeArticlesIsNone() throws IOException {
    String whole =
        "<article><h2>T</h2><p>%s</p></article>".formatted("The river rose. ".repeat(50));
    Row row = row("<title>Found</title><body>" + whole.repeat(3));
    assertThat(row.getString(7))
        .isEqualTo(
            "not one article but 3 in one page: write title, date, address and text of each as JSON"
                + " lines or CSV, or each into a page of its own");
    String text = "<div itemprop='articleBody'>" + "It rose. ".repeat(90) + "</div>";
    assertThat(row("<title>T</title><body>" + text + whole.repeat(3)).isNullAt(7)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<title>T</title><meta property='og:type' content='article'><body>%s",
        "<title>T</title><meta property='article:published_time' content='2024-03-05'><body>%s",
        "<title>T</title><script type='application/ld+json'>{\"@type\": \"NewsArticle\"}</script><body>%s",
        "<title>T</title><body><h1>T</h1>%s",
        "<title>T</title><body><div class='comments'>%s</div>"
      })
  void aLiveBlogOrAPageWithRepliesIsOneArticle(String page) throws IOException {
    String entry =
        "<article class='entry'><h2>10:20</h2><p>%s</p></article>"
            .formatted("The river rose. ".repeat(50));
    assertThat(row(page.formatted(entry.repeat(3))).isNullAt(7)).isTrue();
  }

  @Test
  void aBlogsNameAboveArticlesWithPagesOfTheirOwnDoesNotMakeThemOne() throws IOException {
    String whole =
        "<article><h2><a href='/1'>T</a></h2><p>%s</p></article>"
            .formatted("The river rose. ".repeat(50));
    assertThat(row("<title>Blog</title><body><h1>Blog</h1>" + whole.repeat(3)).getString(7))
        .startsWith("not one article but 3 in one page");
  }

  @Test
  void anArticleInAnotherIsNotCounted() throws IOException {
    String whole =
        "<article><div class='article'>%s</div></article>".formatted("The river rose. ".repeat(50));
    assertThat(row("<title>T</title><body>" + whole.repeat(2)).isNullAt(7)).isTrue();
    assertThat(row("<title>T</title><body>" + whole.repeat(3)).getString(7))
        .startsWith("not one article but 3 in one page");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name='DC.date.issued' content='2024-03-05'>",
        "<meta itemprop=datePublished content='2024-03-05'>",
        "<script type='application/ld+json'>{\"datePublished\": \"2024-03-05\"}</script>",
        "<time datetime='2024-03-05'>yesterday</time>"
      })
  void aDateIsFoundWhereverPagesHaveIt(String head) throws IOException {
    assertThat(row(PAGE.formatted(head)).getString(3)).isEqualTo("2024-03-05");
  }

  @Test
  void ofSeveralTimesNobodyKnowsWhichIsTheArticles() throws IOException {
    String time = "<time datetime='2024-03-05'></time>";
    assertThat(row(PAGE.formatted(time + time)).isNullAt(3)).isTrue();
  }

  @Test
  void aPageSaysItsEncoding() throws IOException {
    byte[] page =
        "<meta charset='windows-1251'><title>\u0420\u0435\u043A\u0430</title><p>B</p>"
            .getBytes(Charset.forName("windows-1251"));
    assertThat(row(page, 1000).getString(2)).isEqualTo("\u0420\u0435\u043A\u0430");
  }

  @Test
  void whatHasNoTitleIsNamedByItsFile() throws IOException {
    byte[] page = "<p>B</p>".getBytes(StandardCharsets.UTF_8);
    var in = new ByteArrayInputStream(page);
    assertThat(
            HtmlPage.parse("posts/123.river-floods-old-town.html", in, ReadOptions.of(1000))
                .getString(2))
        .isEqualTo("river floods old town");
  }

  @Test
  void aPageThatIsTooLargeIsRejectedByName() throws IOException {
    assertThat(row(PAGE.getBytes(StandardCharsets.UTF_8), 100).getString(6)).isEqualTo("too_large");
  }

  private static Row row(String page) throws IOException {
    return row(page.getBytes(StandardCharsets.UTF_8), 100_000);
  }

  private static Row row(byte[] page, long maxBytes) throws IOException {
    return HtmlPage.parse("a.html", new ByteArrayInputStream(page), ReadOptions.of(maxBytes));
  }
}
