package dev.broadsheet.stories;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.articles.cleaning.Words;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SignatureTest {
  @Test
  void theSmallestShinglesAreTheFirstOfAllInOrder() {
    var random = new Random(1);
    for (int words : new int[] {0, 2, 3, 20, 97, 98, 1000, 5000}) {
      for (int different : new int[] {2, 5, 40, 100_000}) {
        var text =
            Words.of(
                random
                    .ints(words, 0, different)
                    .mapToObj(word -> "w" + Integer.toString(word, 26))
                    .collect(joining(" ")));
        long[] all = Signature.shingles(text);
        assertThat(Signature.smallestShingles(text, 48))
            .as("%d words, of %d", words, different)
            .containsExactly(Arrays.copyOf(all, Math.min(48, all.length)));
      }
    }
  }
}
