package dev.broadsheet.articles.formats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The title that the name of a text file is, where the text has none of its own: {@code
 * 2024-03-05_river-floods-the-old-town.txt}.
 */
final class FileTitle {
  /** Fewer words are a name such as {@code article-7} or {@code part-of-speech}. */
  private static final int FEWEST_WORDS = 4;

  /** A first paragraph that is longer is no headline. */
  private static final int LONGEST_TITLE = 300;

  /** A text that is shorter may as well be a headline without a text. */
  private static final int A_BODY = 80;

  private FileTitle() {}

  /**
   * The words of a file's name, where it is the title.
   *
   * @param lines of the text, of which the first is not blank
   */
  static Optional<String> of(String file, List<String> lines) {
    int first = lines.get(0).length();
    boolean alone = lines.stream().skip(1).allMatch(String::isEmpty);
    return first > LONGEST_TITLE || alone && first > A_BODY ? words(file) : Optional.empty();
  }

  /** The words of a file's name, however many: people name notes by their titles. */
  static Optional<String> name(String file) {
    return Optional.of(wordsOf(file)).filter(words -> !words.isEmpty()).map(FileTitle::joined);
  }

  /** The words of a file's name, where they are enough to be a title. */
  static Optional<String> words(String file) {
    List<String> words = wordsOf(file);
    return words.size() < FEWEST_WORDS ? Optional.empty() : Optional.of(joined(words));
  }

  private static String joined(List<String> words) {
    return String.join(" ", words);
  }

  private static List<String> wordsOf(String file) {
    String name =
        file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?:\\.\\w{1,4}){1,2}$", "");
    return Arrays.stream(name.split("[-_ .,]+"))
        .filter(word -> word.codePoints().anyMatch(Character::isLetter))
        .toList();
  }
}
