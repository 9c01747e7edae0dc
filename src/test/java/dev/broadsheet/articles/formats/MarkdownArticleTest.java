package dev.broadsheet.articles.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.broadsheet.articles.fields.ReadOptions;
import dev.broadsheet.articles.records.RawRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownArticleTest {
  private static Row read(String file, String text) {
    try {
      return MarkdownArticle.parse(
          file,
          new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
          ReadOptions.of(10 << 20));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(String text) {
    return read("note.md", text).getString(5);
  }

  private static String head(Row row) {
    return row.getString(2) + "|" + row.getString(3) + "|" + row.getString(4);
  }

  @Test
  void whetherAPageIsPublishedIsNoDate() {
    Row row = read("_posts/a.md", "---\ntitle: T\npublished: true\n---\nB\n");
    assertThat(head(row)).isEqualTo("T|null|null");
    Row hidden = read("_posts/a.md", "---\ntitle: T\npublished: false\n---\nB\n");
    assertThat(hidden.getString(6)).isEqualTo(RawRecord.LEFT_OUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"isDraft: true", "isPublished: false", "is_deleted: true"})
  void aFlagInFrontMatterLeavesAPageOutAsInOtherFormats(String flag) {
    Row row = read("src/content/blog/a.md", "---\ntitle: T\n" + flag + "\n---\nB\n");
    assertThat(row.getString(6)).isEqualTo(RawRecord.LEFT_OUT);
  }

  @Test
  void titleDateAndAddressAreThoseOfTheFrontMatterInYaml() {
    Row row =
        read(
            "content/posts/flood.md",
            """
            ---
            title: "River \\"floods\\" the old town"
            description: A teaser
            lastmod: 2024-06-01
            created: 2024-03-01
            date: 2024-03-05T21:40:00+01:00 # as it was
            tags:
              - flood
            - weather
            seo:
              title: Another title
            url: https://a.example/flood
            ---

            It rose by two metres.
            """);
    assertThat(head(row))
        .isEqualTo(
            "River \"floods\" the old town|2024-03-05T21:40:00+01:00|https://a.example/flood");
    assertThat(row.getString(5)).isEqualTo("It rose by two metres.");
    assertThat(row.getString(9))
        .isEqualTo("Markdown, a labelled head, title=title, date=date, url=url");
  }

  @Test
  void frontMatterMayBeAnObjectOfJson() {
    String head =
        """
        {
          "title": "River floods",
          "date": "2024-03-05",
          "tags": ["flood"],
          "draft": %s
        }

        It rose by two metres.
        """;
    Row row = read("flood.md", head.formatted(false));
    assertThat(head(row)).isEqualTo("River floods|2024-03-05|null");
    assertThat(row.getString(5)).isEqualTo("It rose by two metres.");
    assertThat(RawRecord.isLeftOut(read("flood.md", head.formatted(true)))).isTrue();
  }

  @Test
  void bracesThatAreNoJsonAreText() {
    assertThat(body("{\nnot so: it rose\n}\n\nBy two metres."))
        .contains("it rose", "By two metres.");
  }

  @Test
  void aTitleInYamlMayStandOnTheLinesBelowItsLabel() {
    Row row =
        read("a.md", "---\ntitle: >-\n  River floods\n  the old town\ndate: 2024-03-05\n---\nB");
    assertThat(head(row)).isEqualTo("River floods the old town|2024-03-05|null");
  }

  @Test
  void frontMatterMayBeInTomlWhoseTablesAreNotThePages() {
    Row row =
        read(
            "a.md",
            "+++\ntitle = 'T'\ndate = 2024-03-05\ndraft = false\n[params]\ntitle = 'U'\n+++\nB\n");
    assertThat(head(row)).isEqualTo("T|2024-03-05|null");
    assertThat(row.getString(5)).isEqualTo("B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---\ntitle: T\ndraft: true\n---\nB",
        "+++\ntitle = \"T\"\ndraft = true\n+++\nB",
        "---\ntitle: T\nstatus: draft\n---\nB"
      })
  void aDraftIsLeftOut(String text) {
    Row row = read("a.md", text);
    assertThat(RawRecord.isLeftOut(row)).isTrue();
    assertThat(row.getString(7)).isEqualTo("drafts");
  }

  @Test
  void whatIsNotPublishedIsLeftOut() {
    Row row = read("a.md", "---\nlayout: post\ntitle: T\npublished: false\n---\nB");
    assertThat(row.getString(7)).isEqualTo("unpublished");
  }

  @Test
  void withoutFrontMatterTheFirstHeadingIsTheTitle() {
    Row row = read("a.md", "# River floods the *old* town\n\nIt rose.\n\n## Dykes\n\nThey held.\n");
    assertThat(row.getString(2)).isEqualTo("River floods the old town");
    assertThat(row.getString(5)).isEqualTo("It rose.\n\nDykes\n\nThey held.");
  }

  @Test
  void aHeadingThatRepeatsTheTitleIsNoTextAndAnotherIs() {
    assertThat(body("---\ntitle: River floods\n---\n# River Floods\n\nIt rose."))
        .isEqualTo("It rose.");
    assertThat(body("---\ntitle: River floods\n---\n# Monday\n\nIt rose."))
        .isEqualTo("Monday\n\nIt rose.");
  }

  @Test
  void labelledLinesBelowTheHeadingAreThoseOfANote() {
    Row row =
        read(
            "River floods 1f0c.md",
            """
            # River floods

            Created: March 5, 2024 9:40 PM
            URL: https://a.example/flood
            Tags: flood, weather

            It rose by two metres.
            """);
    assertThat(head(row)).isEqualTo("River floods|March 5, 2024 9:40 PM|https://a.example/flood");
    assertThat(row.getString(5)).isEqualTo("It rose by two metres.");
  }

  @Test
  void aNoteWithoutAnyTitleHasTheNameOfItsFile() {
    assertThat(read("vault/2024-03-05 River floods.md", "It rose.").getString(2))
        .isEqualTo("River floods");
    assertThat(
            head(
                read(
                    "a.md",
                    "---\ntitle: T\nsource: https://a.example/1\npublished: 2024-03-05\n---\nB")))
        .isEqualTo("T|2024-03-05|https://a.example/1");
  }

  @Test
  void aDailyNoteIsNamedByItsDay() {
    assertThat(read("vault/2024-03-05.md", "It rose.").getString(2)).isEqualTo("2024-03-05");
    assertThat(read("vault/2024-03-05.markdown", "It rose.").getString(2)).isEqualTo("2024-03-05");
  }

  @Test
  void signsAreNoText() {
    assertThat(
            body(
                """
                The **river** rose by _two_ metres, [the mayor](https://a.example/mayor "M") said.
                ![The flood](flood.jpg)
                It is ~~low~~ high[^1].

                > [!note] Quoted
                > by somebody

                - one
                - two

                | Place | Level |
                |-------|------:|
                | Bridge | 3 m |

                ---

                [^1]: As of Monday.
                """))
        .isEqualTo(
            """
            The river rose by two metres, the mayor said. It is low high.

            Quoted by somebody

            one
            two

            Place Level
            Bridge 3 m

            As of Monday.""");
  }

  @Test
  void shortcodesTemplatesAndEmbeddedNotesAreNoText() {
    assertThat(
            body(
                """
                {{< figure src="flood.jpg" title="Flood" >}}
                It rose {% include when.html day="Monday" %}by {{ site.metres }}two metres.
                {: .lead}

                ![[map.png]] See [[2024-03-06 Dykes|the dykes]] and [[The bridge]]. %% not yet %%
                """))
        .isEqualTo("It rose by two metres.\n\nSee the dykes and The bridge.");
  }

  @Test
  void codeInAFenceThatNamesItsLanguageIsNoText() {
    assertThat(body("Run `it`:\n\n```python\nimport os\n```\n\n```\nA verse\nof a poem\n```\n"))
        .isEqualTo("Run it:\n\nA verse\nof a poem");
  }

  @Test
  void htmlInMarkdownIsReadAsABrowserShowsIt() {
    assertThat(
            body(
                "It <b>rose</b>.<br>By two.\n\n<div class=\"box\"><p>One.</p><script>x()</script></div>\n\n<!-- more -->\n\nEnd."))
        .isEqualTo("It rose.\nBy two.\n\nOne.\n\nEnd.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> ", "- ", "* ", "1. ", "[", "![", "**a ", "<a ", "`", "{{ ", "[[", "    ", "| a "
      })
  void veryManySignsTakeNeitherTheStackNorTheMemory(String sign) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> read("a.md", sign.repeat(200_000) + "end").getString(5));
  }

  @Test
  void fencesWithoutAnEndAreText() {
    assertThat(body("---\n\nIt rose.\n")).isEqualTo("It rose.");
  }
}
