package dev.broadsheet.articles.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextSketchTest {
  private static String words(int seed, int words) {
    return new Random(seed)
        .ints(words, 0, 5000)
        .mapToObj(n -> Integer.toString(n * 7919 + 13, 36))
        .collect(Collectors.joining(" "));
  }

  private static double containment(String a, String b) {
    return TextSketch.containment(TextSketch.of(a), TextSketch.of(b));
  }

  @Test
  void aTextIsWhollyInItselfAndInALongerOne() {
    String text = words(1, 40);
    assertThat(containment(text, text.toUpperCase() + "!")).isEqualTo(1);
    assertThat(containment(words(1, 400), words(1, 400) + words(2, 2000))).isGreaterThan(0.9);
  }

  @Test
  void differentTextsHaveLittleInCommon() {
    assertThat(containment(words(1, 400), words(2, 400))).isLessThan(0.1);
    assertThat(containment("Rain.", "Wind.")).isZero();
    assertThat(containment("", "")).isEqualTo(1);
  }

  @Test
  void aTextThatSharesAHalfIsFoundToDoSo() {
    String half = words(1, 1000);
    assertThat(containment(half + words(2, 1000), half + words(3, 1000)))
        .isEqualTo(0.5, within(0.2));
  }
}
