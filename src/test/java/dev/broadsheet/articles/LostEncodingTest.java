package dev.broadsheet.articles;

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
  void aLineThatIsNotLostAsAWholeIsLeftAndTheOthersAreMended() {
    assertThat(LostEncoding.mended("La cittÃ di Roma.\nPerchÃ© sÃ¬, è vero.\nPerchÃ© no."))
        .isEqualTo(
            "La cittÃ di Roma.\nPerchÃ© sÃ¬, è vero.\nPerché no.".replace("cittÃ ", "città "));
    assertThat(LostEncoding.isIn("PerchÃ© sÃ¬, è vero.")).isTrue();
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
