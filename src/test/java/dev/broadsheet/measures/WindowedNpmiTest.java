package dev.broadsheet.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WindowedNpmiTest {
  private static final double EXACT = 1e-9;

  private static double[] of(int[][] texts, int[]... best) {
    return WindowedNpmi.of(texts, best);
  }

  /** A text of so many unknown tokens, with the terms at these places. */
  private static int[] text(int length, int... placesAndTerms) {
    int[] text = new int[length];
    Arrays.fill(text, -1);
    for (int i = 0; i < placesAndTerms.length; i += 2) {
      text[placesAndTerms[i]] = placesAndTerms[i + 1];
    }
    return text;
  }

  @Test
  void aTextOfTenTokensOrLessIsOneWindow() {
    int[][] texts = {text(10, 0, 0, 9, 1), text(2, 0, 0, 1, 1), text(3, 0, 0), text(1)};
    // p(0) = 3/4, p(1) = p(0,1) = 1/2.
    assertThat(of(texts, new int[] {0, 1}))
        .containsExactly(
            new double[] {Math.log(0.5 / (0.75 * 0.5)) / -Math.log(0.5)}, within(EXACT));
  }

  @Test
  void termsAreTogetherWhereAWindowOfTenHasBoth() {
    // Windows begin at 0 … 4; term 0 at 2 is in the first three, term 1 at 11 in the last three.
    int[][] texts = {text(14, 2, 0, 11, 1)};
    assertThat(of(texts, new int[] {0, 1}))
        .containsExactly(
            new double[] {Math.log(0.2 / (0.6 * 0.6)) / -Math.log(0.2)}, within(EXACT));
  }

  @Test
  void termsThatAreNeverNearEachOtherHaveTheEpsilonOfTheDefinition() {
    int[][] texts = {text(20, 0, 0, 19, 1)};
    // Both are in one of eleven windows.
    assertThat(of(texts, new int[] {0, 1}))
        .containsExactly(new double[] {Math.log(1e-12 * 121) / -Math.log(1e-12)}, within(EXACT));
  }

  @Test
  void topicsOfOneTermOrNoneHaveNoCoherenceAndTermsOfAllWindowsHaveAll() {
    int[][] texts = {text(3, 0, 0, 1, 1), text(4, 2, 0, 3, 1)};
    assertThat(of(texts, new int[] {0}, new int[] {}, new int[] {0, 1})).containsExactly(0, 0, 1);
  }

  /** Counts as one reads the definition: look at every window for every pair. */
  private static double byDefinition(int[][] texts, int[] best) {
    double sum = 0;
    for (int i = 0; i < best.length; i++) {
      for (int j = 0; j < i; j++) {
        double all = 0;
        double a = 0;
        double b = 0;
        double both = 0;
        for (int[] text : texts) {
          for (int from = 0; from == 0 || from + 10 <= text.length; from++) {
            int[] window = Arrays.copyOfRange(text, from, Math.min(text.length, from + 10));
            int first = best[i];
            int second = best[j];
            boolean hasFirst = Arrays.stream(window).anyMatch(token -> token == first);
            boolean hasSecond = Arrays.stream(window).anyMatch(token -> token == second);
            all++;
            a += hasFirst ? 1 : 0;
            b += hasSecond ? 1 : 0;
            both += hasFirst && hasSecond ? 1 : 0;
          }
        }
        double p = both / all + 1e-12;
        sum += Math.log(p / (a / all * b / all)) / -Math.log(p);
      }
    }
    return sum / (best.length * (best.length - 1) / 2.0);
  }

  @Test
  void manyTextsAreCountedAsTheDefinitionSays() {
    var random = new Random(7);
    int[][] texts = new int[30][];
    for (int d = 0; d < texts.length; d++) {
      texts[d] = random.ints(5 + random.nextInt(90), -1, 25).toArray();
    }
    int[] some = {3, 1, 4, 15, 9, 2, 6, 5, 8, 7};
    int[] others = {20, 3, 21};
    assertThat(of(texts, some, others))
        .containsExactly(
            new double[] {byDefinition(texts, some), byDefinition(texts, others)}, within(EXACT));
  }
}
