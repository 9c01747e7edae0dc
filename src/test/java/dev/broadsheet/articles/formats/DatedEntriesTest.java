package dev.broadsheet.articles.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.articles.fields.ReadOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs of chats and servers are told from articles, which have a title first. */
class DatedEntriesTest {
  private static boolean isLog(String text) {
    return DatedEntries.advice(text.lines().map(String::strip).toList(), 0).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        12/31/23, 9:15 PM - Messages and calls are end-to-end encrypted.
        12/31/23, 9:16 PM - Ann: The bridge is closed.
        And it will be for a week,
        as they say on the radio,
        the mayor, the fire brigade,
        and everybody else.
        1/1/24, 12:01 AM - Ben: <Media omitted>
        """,
        """
        \u200E[31.12.23, 21:15:03] Ann: \u200EMessages are encrypted.
        [31.12.23, 21:16:00] Ben: The bridge is closed.
        \u200E[31.12.23, 21:17:44] Ann: \u200Eimage omitted
        """,
        """
        [٣١/١٢/٢٣، ٩:١٥ م] سارة: الجسر مغلق
        [٣١/١٢/٢٣، ٩:١٦ م] علي: متى يفتح؟
        [٣١/١٢/٢٣، ٩:١٧ م] سارة: غدا
        """,
        """
        2023-12-31 21:15:03,120 INFO  Server started
        2023-12-31 21:15:04,001 WARN  Disk nearly full
        java.io.IOException: no space left
            at com.example.Disk.write(Disk.java:1)
        2023-12-31 21:15:05,412 ERROR Disk full
        """,
        """
        Dec 31 21:15:03 host kernel: link up
        Dec 31 21:15:09 host sshd[12]: session opened
        Jan  1 00:00:01 host cron[7]: job started
        """,
        """
        [LINE] Chat history with Ann
        Saved on: 2023/12/31 21:15

        2023/12/31(Sun)
        21:15\tAnn\tThe bridge is closed.
        21:16\tBen\tUntil when?
        21:17\tAnn\tTomorrow, they say.
        21:18\tBen\tGood.
        """,
        """
        2023년 12월 31일 오후 9:15, 지민 : 다리가 닫혔어요
        2023년 12월 31일 오후 9:16, 민수 : 언제 열려요?
        2023년 12월 31일 오후 9:17, 지민 : 내일요
        """,
        """
        --- Log opened Sun Dec 31 21:15:03 2023
        21:15 <ann> the bridge is closed
        21:16 <ben> until when?
        21:17 < cid> tomorrow
        """,
        """
        Ann, [31.12.23 21:15]
        The bridge is closed.

        Ben, [31.12.23 21:16]
        Until when?

        Ann, [31.12.23 21:17]
        Tomorrow.
        """,
        """
        9:15 PM - Ann: The bridge is closed.
        9:16 PM - Ben: Until when?
        9:17 PM - Ann: Tomorrow.
        """,
        """
        2024-03-05 River floods the old town
        2024-03-07 Council raises the dykes
        2024-03-09 Bridge opens again
        """,
        """
        March 5, 2024: River floods the old town
        March 7, 2024: Council raises the dykes
        March 9, 2024: Bridge opens again
        """
      })
  void aTextOfDatedEntriesIsALog(String text) {
    assertThat(isLog(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        River floods the old town
        2024-03-05 21:15
        https://ledger.example/1
        The river rose by two metres.
        """,
        """
        Live: river floods the old town
        2024-03-05
        https://ledger.example/1
        21:15 Uhr: Die Brücke ist gesperrt.
        21:30 Uhr: Der Bürgermeister spricht.
        21:45 - Müller: "Wir schaffen das."
        22:00 - Müller: "Morgen mehr."
        """,
        """
        The flood, day by day
        March 9, 2024

        March 5, 2024: The river rises.
        March 7, 2024: The council meets.
        March 9, 2024: The bridge opens.
        """,
        """
        2024: the year of floods
        2024-12-31
        https://ledger.example/1
        On March 5, 2024, the river rose.
        On March 7, 2024, the council met.
        """,
        """
        9.15 pm: what we know of the flood
        2024-03-05

        The river rose by two metres, and the bridge is closed.
        10.30 pm was the time when it was closed.
        """,
        """
        20240305
        River floods the old town
        The river rose.
        """,
        """
        31:28 gegen Kiel: Füchse gewinnen
        Die Füchse haben das Derby gewonnen.
        27:25 für Flensburg: Derbysieg
        Auch der Norden feiert.
        33:30 nach Verlängerung: Lemgo zittert
        Am Ende entschied ein Wurf.
        """,
        """
        Interview
        20240305

        Ann: The bridge is closed.
        Ben: Until when?
        Ann: Tomorrow.
        """
      })
  void anArticleIsNot(String text) {
    assertThat(isLog(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        Ticker zum Streik
        20240305

        05.03.2024, 10:15 Uhr: Die Züge stehen still.
        05.03.2024, 11:15 Uhr: Die Busse auch.
        05.03.2024, 12:15 Uhr: Man redet.
        """,
        """
        March 9, 2024: A week of floods in review
        20240309
        March 5, 2024: The river rises.
        March 7, 2024: The council meets.
        March 9, 2024: The bridge opens.
        """,
        """
        Veranstaltungen im März
        20240301

        Titel: Faust
        Datum: 5. März
        Titel: Hamlet
        Datum: 7. März
        """
      })
  void whatHasADateBelowItsTitleIsAnArticle(String text) throws IOException {
    var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    assertThat(TextArticle.parse("a.txt", bytes, ReadOptions.of(100_000)))
        .extracting(row -> row.getString(2), row -> row.isNullAt(6))
        .containsExactly(tuple(text.lines().findFirst().orElseThrow(), true));
  }

  @Test
  void itIsSaidWhatToDo() {
    assertThat(
            DatedEntries.advice(
                "[1.2.24, 21:15] A: a\n[1.2.24, 21:16] B: b\n[1.2.24, 21:17] C: c".lines().toList(),
                0))
        .contains(
            "not one article but a log of 3 dated entries, such as a chat: write date and text of each"
                + " as CSV, and say --columns title=text,body=text");
  }
}
