package dev.broadsheet.articles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.articles.fields.ReadOptions;
import org.junit.jupiter.api.Test;

class RepairsTest {
  private static Repairs.Repaired repaired(String body) {
    return Repairs.of("Late frost", body, ReadOptions.of(1 << 20));
  }

  @Test
  void aMessageIsReadWhetherItIsAPageOrQuotesOne() {
    assertThat(
            repaired(
                "From: ada@example.org\nSubject: Late frost\n\n<p>Cover the trees.</p><p>All.</p>"))
        .isEqualTo(new Repairs.Repaired("Late frost", "Cover the trees.\n\nAll.", "mail,markup"));
    assertThat(repaired("Bob wrote:\n&gt; It froze.\nYes."))
        .isEqualTo(new Repairs.Repaired("Late frost", "It froze.\nYes.", "markup,mail"));
    assertThat(repaired("It froze."))
        .isEqualTo(new Repairs.Repaired("Late frost", "It froze.", null));
  }
}
