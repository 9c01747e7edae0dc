package dev.broadsheet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LostAccentsTest {
  private static String italian(String text) {
    return LostAccents.restored(text, "it");
  }

  @Test
  void anApostropheBehindAnItalianWordIsItsAccent() {
    assertThat(italian("L'universita' e' in citta', perche' c'e' PIU' posto; la novita'."))
        .isEqualTo("L'università è in città, perché c'è PIÙ posto; la novità.");
  }

  @Test
  void wordsThatAreCutAndQuotationsKeepTheirApostrophe() {
    String kept =
        "Un po' di pane nell'orto: 'la casa rossa' e \u2018una porta' non c'entrano, fa' presto.";
    assertThat(italian(kept)).isEqualTo(kept);
  }

  @Test
  void otherLanguagesHaveNone() {
    assertThat(LostAccents.restored("the Alba' of", "en")).isEqualTo("the Alba' of");
  }
}
