package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a text while it is read: which words open one, and which are joined. */
final class NameSentences {
  private final List<List<NameToken>> sentences = new ArrayList<>();
  private List<NameToken> sentence = new ArrayList<>();
  private boolean opening = true;
  private boolean joined;

  void add(String word, Form form, boolean possessive) {
    add(word, form, possessive, "");
  }

  /** Adds a word with what a hyphen ties to it in small letters, "" for nothing. */
  void add(String word, Form form, boolean possessive, String tail) {
    sentence.add(new NameToken(word, form, opening, joined, possessive, tail));
    opening = false;
    joined = true;
  }

  /** The next word is not joined to the last; perhaps it might open a sentence. */
  void interrupt(boolean opens) {
    joined = false;
    opening |= opens;
  }

  /** Whether the next word might open a sentence. */
  boolean isOpening() {
    return opening;
  }

  /** The next word might open a sentence. */
  void open() {
    opening = true;
  }

  /** The next word is joined to the last after all. */
  void join() {
    joined = true;
  }

  /** Ends the sentence. */
  void end() {
    if (!sentence.isEmpty()) {
      sentences.add(sentence);
      sentence = new ArrayList<>();
    }
    interrupt(true);
  }

  /** All sentences, each with at least one word; the last one ends here. */
  List<List<NameToken>> all() {
    end();
    return sentences;
  }
}
