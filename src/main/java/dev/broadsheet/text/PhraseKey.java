package dev.broadsheet.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The stems of a phrase with spaces between them, connectives too: "bank &of england". */
final class PhraseKey {
  /** The two parts of a phrase, and what may connect them. */
  record Parts(String left, Optional<String> connective, String right) {}

  private static final String SPACE = " ";

  private PhraseKey() {}

  /** Its stems, connectives too. */
  static List<String> stems(String key) {
    return List.of(key.split(SPACE));
  }

  /** How many words it has, connectives not counted. */
  static int words(String key) {
    return (int) Arrays.stream(key.split(SPACE)).filter(w -> !PhraseWords.isConnective(w)).count();
  }

  /** The ways to divide it in two. */
  static List<Parts> parts(String key) {
    List<String> stems = stems(key);
    return IntStream.range(1, stems.size())
        .filter(i -> !PhraseWords.isConnective(stems.get(i)))
        .mapToObj(i -> parts(stems, i))
        .toList();
  }

  private static Parts parts(List<String> stems, int right) {
    Optional<String> connective =
        Optional.of(stems.get(right - 1)).filter(PhraseWords::isConnective);
    int left = connective.isPresent() ? right - 1 : right;
    return new Parts(
        String.join(SPACE, stems.subList(0, left)),
        connective,
        String.join(SPACE, stems.subList(right, stems.size())));
  }
}
