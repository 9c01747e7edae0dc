package dev.broadsheet.articles.cleaning;

import java.text.BreakIterator;
import java.util.Locale;

/** The beginning of a text that has no title of its own: its first line or sentence. */
public final class Headline {
  /** A title has so many characters at most; a longer one is a text. */
  public static final int LONGEST = 200;

  private static final int FEWEST = 20;

  private Headline() {}

  /**
   * The first line, or else the first sentence, or else as many words as a title may have.
   *
   * @param text cleaned, of several lines or one
   */
  public static String of(String text) {
    String line = text.strip().lines().findFirst().orElse("").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    var sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
    sentences.setText(line);
    int end = sentences.following(FEWEST);
    if (end != BreakIterator.DONE && end <= LONGEST) {
      return line.substring(0, end).strip();
    }
    var words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(line);
    return line.substring(0, words.preceding(LONGEST)).strip() + "\u2026";
  }
}
