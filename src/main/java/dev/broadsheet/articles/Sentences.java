package dev.broadsheet.articles;

import java.util.List;
import java.util.regex.Pattern;

/** The sentences of a text: between ends of lines, and between marks that end a sentence. */
final class Sentences {
  private static final Pattern END = Pattern.compile("\\n+|(?<=[.!?…][\"”’')]?)\\s+|(?<=[。！？])");

  private Sentences() {}

  /** Those with words in them. */
  static List<Words> of(String text) {
    return END.splitAsStream(text).map(Words::of).filter(words -> words.count() > 0).toList();
  }
}
