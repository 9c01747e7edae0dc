package dev.broadsheet.articles.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailMessageTest {
  private static final String HEADER =
      """
      From: ada@uni.example.org (Ada Miller)
      Newsgroups: rec.gardens
      Subject: Re: Late frost
      Keywords: apples, spring
      X-Newsreader: TIN
       version 1.2
      Nntp-Posting-Host: host7.uni.example.org

      """;

  private static String textOf(String body) {
    return MailMessage.textOf("Late frost", body);
  }

  @Test
  void aHeaderGoesAndWhatItSaysThatTheTitleDoesNotStays() {
    assertThat(textOf(HEADER + "Cover the trees.\n\nNote: at night."))
        .isEqualTo("apples, spring\n\nCover the trees.\n\nNote: at night.");
    assertThat(MailMessage.textOf("message 4711", HEADER + "Cover the trees."))
        .isEqualTo("Re: Late frost\napples, spring\n\nCover the trees.");
    assertThat(
            textOf(
                "From ada@example.org Fri Aug 23 11:08:50 2002\nTo: bob@example.org\nDate: Fri\n\nHello."))
        .isEqualTo("Hello.");
  }

  @Test
  void linesOfAnArticleThatLookLikeFieldsStay() {
    String interview = "Miller: It was cold.\nQuestion: How cold?\n\nMiller did not know.";
    assertThat(textOf(interview)).isSameAs(interview);
    String release = "Contact: press office\nThe orchard opens.\n\nIt is new.";
    assertThat(textOf(release)).isSameAs(release);
    String onlyHeader = "From: ada@example.org\nDate: Fri";
    assertThat(textOf(onlyHeader)).isSameAs(onlyHeader);
  }

  @Test
  void aQuotationStaysWithoutItsMarksAndTheLineThatSaysWhomItQuotes() {
    assertThat(
            textOf(
                """
                On Fri, Aug 23, 2002 at 02:57, Ada Miller <ada@example.org>
                wrote:
                > Cover the
                > trees.
                >
                > Bob wrote:
                >> It froze.

                Carol writes:
                > Nobody shall cover another's trees with his own straw.

                In article <1@example.org> bob@example.org (Bob) writes:

                >It froze again."""))
        .isEqualTo(
            """
            Cover the
            trees.

            It froze.

            Nobody shall cover another's trees with his own straw.


            It froze again.""");
  }

  @Test
  void aSentenceBeforeAQuotationStays() {
    assertThat(textOf("This is what the older law has to say about it:\n> Nobody shall."))
        .isEqualTo("This is what the older law has to say about it:\nNobody shall.");
  }

  @Test
  void signaturesGoAlsoQuotedOnesButNotWhatFollowsADashInAnArticle() {
    assertThat(
            textOf("> It froze.\n> -- \n> Bob, Nursery Ltd\n\nYes.\n-- \nAda Miller\nUniversity\n"))
        .isEqualTo("It froze.\n\nYes.");
    String article =
        "It froze.\n--\n" + "It froze once more, and the trees were covered. ".repeat(3);
    assertThat(textOf(article)).isSameAs(article);
  }

  @Test
  void headersOfMessagesThatWerePassedOnGo() {
    assertThat(
            textOf(
                """
                See below.

                -----Ursprüngliche Nachricht-----
                Von: Ada Miller
                Gesendet: Freitag
                An: Bob
                Betreff: Spätfrost

                Die Bäume sind zugedeckt."""))
        .isEqualTo("See below.\n\n\nDie Bäume sind zugedeckt.");
  }
}
