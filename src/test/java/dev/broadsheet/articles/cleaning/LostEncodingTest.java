package dev.broadsheet.articles.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LostEncodingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "El sábado dimitió el líder.",
        "“It’s late” – said the café’s owner…",
        "Die Straße führt über die Brücke.",
        "Річка вийшла з берегів.",
        "Água no São João: €5"
      })
  void whatWindows1252MadeOfUtf8IsMended(String text) {
    var lost = new String(text.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"));
    // Java shows the five bytes that windows-1252 does not have as a mark for unknown.
    if (lost.indexOf('\ufffd') < 0) {
      assertThat(LostEncoding.isIn(lost)).isTrue();
      assertThat(LostEncoding.mended(lost)).isEqualTo(text);
    }
    assertThat(LostEncoding.mended(text)).isEqualTo(text);
  }

  @Test
  void lettersThatAProgramCouldNotReadAreGone() {
    assertThat(LostEncoding.hasGaps("\u00FCber die Br\ufffdcke")).isTrue();
    assertThat(LostEncoding.hasGaps("\u00FCber die Br\u00FCcke")).isFalse();
  }

  @Test
  void aLineThatIsNotLostAsAWholeIsLeftAndTheOthersAreMended() {
    assertThat(LostEncoding.mended("La cittÃ di Roma.\nPerchÃ© sÃ¬, è vero.\nPerchÃ© no."))
        .isEqualTo(
            "La cittÃ di Roma.\nPerchÃ© sÃ¬, è vero.\nPerché no.".replace("cittÃ ", "città "));
    assertThat(LostEncoding.isIn("PerchÃ© sÃ¬, è vero.")).isTrue();
  }

  @Test
  void signsThatAreRightDoNotKeepALineFromBeingMended() {
    assertThat(LostEncoding.mended("El sÃ¡bado… “no”\u00a0– dijo el lÃ\u00adder: 5 €"))
        .isEqualTo("El sábado… “no”\u00a0– dijo el líder: 5 €");
    assertThat(LostEncoding.mended("El sÃ¡bado… “no” – dijo el líder"))
        .as("mixed letters")
        .isEqualTo("El sÃ¡bado… “no” – dijo el líder");
  }

  @Test
  void bytesThatWereDroppedOrBecameSpacesAreMendedAndWhatWasLostTwice() {
    assertThat(LostEncoding.mended("â€œNo,â€ he said. â€œIt\u2019s lateâ€\ufffd"))
        .isEqualTo("“No,” he said. “It’s late”");
    assertThat(LostEncoding.mended("El sÃ¡bado.Â  Y el domingo."))
        .isEqualTo("El sábado.\u00a0  Y el domingo.");
    assertThat(LostEncoding.mended("El sÃƒÂ¡bado")).isEqualTo("El sábado");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SÃO PAULO",
        "NÃO",
        "A “IRMÔ disse",
        "pâté à la crème",
        "Â",
        "L’âge d’or",
        "IRMÃ”"
      })
  void whatPeopleWriteIsLeft(String text) {
    assertThat(LostEncoding.mended(text)).isEqualTo(text);
  }
}
