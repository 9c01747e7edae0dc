package dev.broadsheet.articles.formats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.articles.fields.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of mail as programs write them, and mailboxes of them. */
class MailArticlesTest {
  private static final String HEAD =
      "From: The Ledger <news@ledger.example>\nSubject: River floods\nDate: Tue, 5 Mar 2024"
          + " 21:40:00 +0100 (CET)\nMIME-Version: 1.0\n";
  private static final int TITLE = 2;
  private static final int DATE = 3;
  private static final int URL = 4;
  private static final int BODY = 5;
  private static final int REASON = 6;
  private static final int DETAIL = 7;

  private static List<Row> rows(String file, byte[] bytes) {
    try {
      var rows = new ArrayList<Row>();
      new MailArticles(file, new ByteArrayInputStream(bytes), ReadOptions.of(100_000))
          .forEachRemaining(rows::add);
      return rows;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Row row(String message) {
    List<Row> rows = rows("a.eml", message.getBytes(StandardCharsets.UTF_8));
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static String base64(String text, Charset charset) {
    return Base64.getMimeEncoder().encodeToString(text.getBytes(charset));
  }

  private static String part(String type, String text) {
    return "--b\nContent-Type: " + type + "\n\n" + text + "\n";
  }

  private static String parts(String kind, String... parts) {
    return HEAD
        + "Content-Type: multipart/"
        + kind
        + ";\n boundary=\"b\"\n\n"
        + String.join("", parts)
        + "--b--\n";
  }

  @Test
  void aMessageIsAnArticleWhoseTitleIsItsSubject() {
    Row row =
        row(
            HEAD
                + "Archived-At: <https://lists.example/m/1>\n"
                + "Content-Type: text/plain; charset=utf-8\n\nThe river rose.\nBy two metres.\n");
    assertThat(row.getString(TITLE)).isEqualTo("River floods");
    assertThat(row.getString(DATE)).isEqualTo("Tue, 5 Mar 2024 21:40:00 +0100");
    assertThat(row.getString(URL)).isEqualTo("https://lists.example/m/1");
    assertThat(row.getString(BODY)).isEqualTo("The river rose.\nBy two metres.");
    assertThat(row.isNullAt(REASON)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          =?UTF-8?Q?Hochwasser_in_K=C3=B6ln?= | Hochwasser in Köln
          =?utf-8?B?SG9jaHdhc3NlciBpbiBLw7ZsbiDigJMg?= =?utf-8?B?QnLDvGNrZSBnZXNwZXJydA==?= | Hochwasser in Köln – Brücke gesperrt
          =?ISO-8859-1?Q?=93Flood=94_in_Orl=E9ans?= | “Flood” in Orléans
          =?gb2312?B?uunLrg==?= | 洪水
          Re: [news] =?koi8-r?B?7sHXz8TOxc7JxQ==?= in Moscow | Re: [news] Наводнение in Moscow
          Hochwasser in Köln | Hochwasser in Köln
          =?utf-8?Q?broken | =?utf-8?Q?broken
          =?no-such-charset?Q?abc?= | abc
          """)
  void wordsOfASubjectAreDecoded(String subject, String title) {
    Row row = row("Subject: " + subject + "\nDate: Tue, 5 Mar 2024 21:40:00 +0100\n\nText.\n");
    assertThat(row.getString(TITLE)).isEqualTo(title);
  }

  @Test
  void aSubjectOnSeveralLinesIsOneLineAndALetterMayBeBrokenBetweenWords() {
    Row row =
        row(
            "Subject: River floods\n the old town\n =?utf-8?Q?K=C3?=\n =?utf-8?Q?=B6ln?=\n"
                + "From: a@b\n\nText.\n");
    assertThat(row.getString(TITLE)).isEqualTo("River floods the old town Köln");
  }

  @Test
  void quotedPrintableAndBase64AreDecodedInTheEncodingTheyName() {
    assertThat(
            row(HEAD
                    + "Content-Type: text/plain; charset=\"iso-8859-1\"\n"
                    + "Content-Transfer-Encoding: quoted-printable\n\n"
                    + "=93The river=94 rose in Orl=E9ans, and the bridge is =\nclosed.\n")
                .getString(BODY))
        .isEqualTo("“The river” rose in Orléans, and the bridge is closed.");
    assertThat(
            row(HEAD
                    + "Content-Type: text/plain; charset=windows-1251\n"
                    + "Content-Transfer-Encoding: BASE64\n\n"
                    + base64("Река поднялась на два метра.", Charset.forName("windows-1251")))
                .getString(BODY))
        .isEqualTo("Река поднялась на два метра.");
  }

  @Test
  void bytesThatNameNoEncodingAreUtf8OrWindows1252() {
    assertThat(row(HEAD + "\nDer Fluss überflutet Köln.\n").getString(BODY))
        .isEqualTo("Der Fluss überflutet Köln.");
    Row row =
        rows(
                "a.eml",
                (HEAD + "Content-Type: text/plain; charset=us-ascii\n\nDer Fluss überflutet Köln.")
                    .getBytes(Charset.forName("windows-1252")))
            .get(0);
    assertThat(row.getString(BODY)).isEqualTo("Der Fluss überflutet Köln.");
  }

  @Test
  void bytesThatAreNotInTheEncodingTheyNameAreRejected() {
    Row row =
        rows(
                "a.eml",
                (HEAD + "Content-Type: text/plain; charset=utf-8\n\nK\u00f6ln")
                    .getBytes(StandardCharsets.ISO_8859_1))
            .get(0);
    assertThat(row.getString(REASON)).isEqualTo("bad_encoding");
    assertThat(row.getString(DETAIL)).isEqualTo("not UTF-8, as the message says it is");
  }

  @Test
  void ofTextAndPageThePlainTextIsTaken() {
    assertThat(
            row(parts(
                    "alternative",
                    part("text/plain", "The river rose by two metres overnight."),
                    part("text/html", "<p>The river <b>rose</b> by two metres overnight.</p>")))
                .getString(BODY))
        .isEqualTo("The river rose by two metres overnight.");
  }

  @Test
  void ofTextAndPageThePageIsTakenWhereTheTextOnlySaysThatThereIsOne() {
    String page = "<p>The river rose by two metres overnight, and the old town is flooded.</p>";
    assertThat(
            row(parts(
                    "alternative",
                    part("text/plain", "See the page."),
                    part(
                        "text/html",
                        "<html><head><style>p{color:red}</style></head><body><div"
                            + " style=\"display: none\">preview</div>"
                            + page
                            + page
                            + "</body></html>")))
                .getString(BODY))
        .startsWith("The river rose by two metres overnight")
        .doesNotContain("<", "preview", "color");
  }

  @Test
  void textsBesideEachOtherAreOneTextAndAttachmentsAreNone() {
    assertThat(
            row(parts(
                    "mixed",
                    "--b\nContent-Type: multipart/alternative; boundary=c\n\n"
                        + "--c\nContent-Type: text/plain\n\nThe river rose.\n"
                        + "--c\nContent-Type: text/html\n\n<p>The river rose.</p>\n--c--\n",
                    "--b\nContent-Type: text/plain; name=log.txt\n"
                        + "Content-Disposition: attachment; filename=log.txt\n\nlog\n",
                    part("image/png\nContent-Transfer-Encoding: base64", "iVBORw0KGgo="),
                    part("text/calendar", "BEGIN:VCALENDAR"),
                    part("text/plain", "The Ledger, 1 High Street.")))
                .getString(BODY))
        .isEqualTo("The river rose.\n\nThe Ledger, 1 High Street.");
  }

  @Test
  void whatIsThereOfAMessageThatBreaksOffIsRead() {
    String whole =
        parts(
            "mixed",
            part("text/plain", "The river rose."),
            "--b\nContent-Type: multipart/alternative; boundary=c\n\n"
                + "--c\nContent-Type: text/plain\n\nThe bridge is closed.\n--c--\n");
    assertThat(row(whole.substring(0, whole.indexOf(" is closed"))).getString(BODY))
        .isEqualTo("The river rose.\n\nThe bridge");
  }

  @Test
  void aLineThatIsNoFieldDoesNotEndAHeader() {
    Row row =
        row(
            "Subject: River floods\nthe old town\nDate: Tue, 5 Mar 2024 21:40:00 +0100\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + base64("The river rose.", StandardCharsets.UTF_8));
    assertThat(row.getString(DATE)).isEqualTo("Tue, 5 Mar 2024 21:40:00 +0100");
    assertThat(row.getString(BODY)).isEqualTo("The river rose.");
    assertThat(
            row(parts(
                    "mixed",
                    part("text/plain", "The river rose."),
                    "--b\nContent-Type: application/pdf\nContent-Disposition: attachment;\n"
                        + "filename=\"a.pdf\"\n\nJVBERi0=\n"))
                .getString(BODY))
        .isEqualTo("The river rose.");
  }

  @Test
  void anAttachedMessageIsNoText() {
    assertThat(
            row(parts(
                    "mixed",
                    "--b\nContent-Type: message/rfc822\nContent-Disposition: attachment\n\n"
                        + "Subject: Other\nFrom: c@d\n\nAttached.\n",
                    part("text/plain", "The river rose.")))
                .getString(BODY))
        .isEqualTo("The river rose.");
  }

  @Test
  void partsOfWhichNothingSaysWhereTheyBeginAreRejected() {
    Row row = row(HEAD + "Content-Type: multipart/mixed\n\n--b\n\nThe river rose.\n--b--\n");
    assertThat(row.getString(REASON)).isEqualTo("bad_record");
    assertThat(row.getString(DETAIL)).isEqualTo("parts, but nothing says where they begin");
  }

  @Test
  void aHeaderThatIsTooLargeIsRejectedAndPartsWithoutTextTakeNoRoom() {
    String fields =
        IntStream.range(0, 300)
            .mapToObj(i -> "X-%d: %s\n".formatted(i, "x".repeat(500)))
            .collect(Collectors.joining());
    assertThat(row(HEAD + fields + "\nText.\n").getString(REASON)).isEqualTo("too_large");
    String empty = "--b\n\n".repeat(50_000);
    assertThat(row(parts("mixed", empty, part("text/plain", "Text."))).getString(BODY))
        .isEqualTo("Text.");
  }

  @Test
  void textThatIsUtf8WhateverItSaysIsRead() {
    assertThat(
            row(HEAD
                    + "Content-Type: text/plain; charset=iso-8859-1\n\nThe \u201criver\u201d rose.\n")
                .getString(BODY))
        .isEqualTo("The \u201criver\u201d rose.");
  }

  @Test
  void theBaseOfASitesLinksIsNoAddress() {
    assertThat(row(HEAD + "Content-Base: https://ledger.example/\n\nText.\n").isNullAt(URL))
        .isTrue();
  }

  @Test
  void aLineBeforeAMessageHasADayAndATimeAndASentenceHasNone() {
    String mailbox =
        """

        From news at ledger.example  Tue Mar  5 21:40:00 2024
        Subject: T0
        From: a@b

        From Washington, at 10:30 on March 5 2024, the president spoke.
        From 10:30 to 12:00 on 5 March 2024 the road is closed.

        From  Tue Mar  5 21:40:01 2024
        Subject: T1
        From: a@b

        Text 1.

        From a@b 2024-03-05 21:40:00
        Subject: T2
        From: a@b

        Text 2.
        """;
    List<Row> rows = rows("a.mbox", mailbox.getBytes(StandardCharsets.UTF_8));
    assertThat(rows).extracting(row -> row.getString(TITLE)).containsExactly("T0", "T1", "T2");
    assertThat(rows)
        .extracting(row -> row.getString(DATE))
        .containsExactly(
            "Tue Mar  5 21:40:00 2024", "Tue Mar  5 21:40:01 2024", "2024-03-05 21:40:00");
    assertThat(rows.get(0).getString(BODY)).contains("Washington", "is closed.");
  }

  @Test
  void textsThatAreTooLargeTogetherAreRejected() {
    String half = "x".repeat(60_000);
    Row row = row(parts("mixed", part("text/plain", half), part("text/plain", half)));
    assertThat(row.getString(REASON)).isEqualTo("too_large");
  }

  @Test
  void aMessageInAMessageIsPartOfItsText() {
    Row row =
        row(
            parts(
                "mixed",
                part("text/plain", "As they wrote:"),
                part("message/rfc822", "Subject: Other\nFrom: c@d\n\nThe bridge is closed.")));
    assertThat(row.getString(TITLE)).isEqualTo("River floods");
    assertThat(row.getString(BODY)).isEqualTo("As they wrote:\n\nThe bridge is closed.");
  }

  @Test
  void linesThatWereBrokenToBeSentAreJoined() {
    assertThat(
            row(HEAD
                    + "Content-Type: text/plain; charset=utf-8; format=flowed\n\n"
                    + "The river rose by two \nmetres overnight.\n> It did \n\n-- \nAnn\n")
                .getString(BODY))
        .isEqualTo("The river rose by two metres overnight.\n> It did \n\n-- \nAnn");
  }

  @Test
  void aMessageWithoutASubjectHasItsTextAsItsTitle() {
    Row row = row("From: a@b\nDate: Tue, 5 Mar 2024 21:40:00 +0100\n\nThe river rose.\n");
    assertThat(row.getString(TITLE)).isEqualTo("The river rose.");
    assertThat(row.getString(BODY)).isEqualTo("The river rose.");
  }

  @Test
  void aMailboxHasAMessageBehindEachLineWithASender() {
    String mailbox =
        IntStream.range(0, 3)
            .mapToObj(
                i ->
                    "From a@b Tue Mar  5 21:40:0%1$d 2024\nSubject: T%1$d\nFrom: a@b\n\nText %1$d.\n>From there on.\n>>From here.\nFrom now on.\n\n"
                        .formatted(i))
            .collect(Collectors.joining());
    for (String file : List.of("a.mbox", "a.eml", "sent")) {
      List<Row> rows = rows(file, mailbox.getBytes(StandardCharsets.UTF_8));
      assertThat(rows).extracting(row -> row.getLong(1)).containsExactly(1L, 2L, 3L);
      assertThat(rows).extracting(row -> row.getString(TITLE)).containsExactly("T0", "T1", "T2");
      assertThat(rows.get(2).getString(DATE)).isEqualTo("Tue Mar  5 21:40:02 2024");
      assertThat(rows.get(1).getString(BODY))
          .isEqualTo("Text 1.\nFrom there on.\n>From here.\nFrom now on.");
    }
  }

  @Test
  void whatADamagedMessageDoesNotTouchOfAMailboxIsRead() {
    String deep =
        IntStream.range(0, 40)
            .mapToObj("Content-Type: multipart/mixed; boundary=b%1$d\n\n--b%1$d\n"::formatted)
            .collect(Collectors.joining());
    String from = "From a@b Tue Mar  5 21:40:00 2024\n";
    List<Row> rows =
        rows(
            "a.mbox",
            (from
                    + "Subject: T0\nFrom: a@b\n\nText 0.\n\n"
                    + from
                    + "Subject: T1\nFrom: a@b\n"
                    + deep
                    + "\n"
                    + from
                    + "Subject: T2\nFrom: a@b\n\n"
                    + "x".repeat(100_001)
                    + "\n"
                    + from
                    + "no header here\n"
                    + from
                    + "Subject: T4\nFrom: a@b\n\nText 4.\n")
                .getBytes(StandardCharsets.UTF_8));
    assertThat(rows)
        .extracting(row -> row.isNullAt(REASON) ? row.getString(TITLE) : row.getString(DETAIL))
        .containsExactly(
            "T0",
            "parts within parts, more than 30 deep",
            "more than 100000 bytes (--max-article-bytes)",
            "no message: it has no header with a sender, a date or a subject",
            "T4");
  }

  @Test
  void whatThunderbirdMarksAsDeletedIsLeftOut() {
    Row row =
        row("From: a@b\nSubject: T\nX-Mozilla-Status: 0009\nX-Mozilla-Status2: 00000000\n\nText.");
    assertThat(row.getString(REASON)).isEqualTo("left_out");
    assertThat(row.getString(DETAIL)).isEqualTo("deleted messages");
  }

  @Test
  void aFileThatIsNoMessageIsRejected() {
    assertThat(row("  \n\n").getString(REASON)).isEqualTo("empty_file");
    assertThat(row("%PDF-1.4 …").getString(DETAIL))
        .isEqualTo("the file is a PDF document: take its text out first");
    assertThat(row("Just a text.\n").getString(REASON)).isEqualTo("bad_record");
  }
}
