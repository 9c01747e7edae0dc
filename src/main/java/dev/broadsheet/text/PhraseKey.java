package dev.broadsheet.text;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The stems of a phrase with spaces between them, connectives too: "bank &of england". */
final class PhraseKey {
  /** The two parts of a phrase. */
  record Parts(String left, String right) {}

  private static final String SPACE = " ";

  private PhraseKey() {}

  static String of(List<String> parts) {
    return String.join(SPACE, parts);
  }

  /** How many words it has, connectives not counted. */
  static int words(String key) {
    return (int) Arrays.stream(key.split(SPACE)).filter(w -> !PhraseWords.isConnective(w)).count();
  }

  /** The ways to divide it in two. */
  static List<Parts> parts(String key) {
    List<String> words = List.of(key.split(SPACE));
    return IntStream.range(1, words.size())
        .filter(i -> !PhraseWords.isConnective(words.get(i)))
        .mapToObj(
            i ->
                new Parts(
                    of(words.subList(0, leftEnd(words, i))), of(words.subList(i, words.size()))))
        .toList();
  }

  private static int leftEnd(List<String> words, int right) {
    return PhraseWords.isConnective(words.get(right - 1)) ? right - 1 : right;
  }
}
