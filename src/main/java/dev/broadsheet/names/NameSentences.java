package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The sentences of texts while they are read: which words open one, and which are joined. What is
 * {@linkplain RunningText no running text} is left out.
 */
final class NameSentences {
  private static final int NOWHERE = -1;

  private final RunningText running;
  private final List<String> ids = new ArrayList<>();
  private final IntStream.Builder articles = IntStream.builder();
  private final List<NameToken> words = new ArrayList<>();
  private final Map<String, List<Word>> byText = new HashMap<>();
  private int[] ends = new int[256];
  private int sentences;
  private int[] tokens = new int[256];
  private int size;

  /** Of the sentence. */
  private int numbers;

  private int functionWords;
  private boolean opening = true;
  private boolean joined;

  NameSentences(RunningText running) {
    this.running = running;
  }

  /** A word, and its places in the block by whether it is joined (1) and opens (2). */
  static final class Word {
    private final NameToken token;
    private final boolean function;
    private final int[] places = {NOWHERE, NOWHERE, NOWHERE, NOWHERE};

    private Word(NameToken token, RunningText running) {
      this.token = token;
      this.function = running.isFunctionWord(token);
    }

    private boolean is(Form form, boolean possessive, String tail) {
      return token.form() == form && token.possessive() == possessive && token.tail().equals(tail);
    }
  }

  Word add(String word, Form form, boolean possessive) {
    return add(word, form, possessive, "");
  }

  /** Adds a word with what a hyphen ties to it in small letters, "" for nothing. */
  Word add(String word, Form form, boolean possessive, String tail) {
    Word known = word(word, form, possessive, tail);
    add(known);
    return known;
  }

  /** Adds what was added before. */
  void add(Word word) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    tokens[size++] = place(word);
    numbers += word.token.form() == Form.NUMBER ? 1 : 0;
    functionWords += word.function ? 1 : 0;
    opening = false;
    joined = true;
  }

  private Word word(String text, Form form, boolean possessive, String tail) {
    List<Word> alike = byText.computeIfAbsent(text, any -> new ArrayList<>(1));
    for (Word word : alike) {
      if (word.is(form, possessive, tail)) {
        return word;
      }
    }
    var word = new Word(new NameToken(text, form, possessive, tail), running);
    alike.add(word);
    return word;
  }

  private int place(Word word) {
    int way = (opening ? 2 : 0) + (joined ? 1 : 0);
    if (word.places[way] == NOWHERE) {
      var token = new NameToken(words.size(), word.token, opening, joined);
      word.places[way] = token.place();
      words.add(token);
    }
    return word.places[way];
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

  /** Whether the next word is joined to the last, and opens nothing. */
  boolean isInside() {
    return joined && !opening;
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
    int start = sentences == 0 ? 0 : ends[sentences - 1];
    if (size > start && running.is(size - start - numbers, numbers, functionWords)) {
      if (sentences == ends.length) {
        ends = Arrays.copyOf(ends, 2 * sentences);
      }
      ends[sentences++] = size;
    } else {
      size = start;
    }
    numbers = 0;
    functionWords = 0;
    interrupt(true);
  }

  /** Ends the last sentence of an article, and that. */
  void endArticle(String id) {
    end();
    ids.add(id);
    articles.add(sentences);
  }

  /** How many articles were ended. */
  int articles() {
    return ids.size();
  }

  /** How many words there are. */
  int tokens() {
    return size;
  }

  NameBlock build() {
    return new NameBlock(
        ids.toArray(String[]::new),
        articles.build().toArray(),
        Arrays.copyOf(ends, sentences),
        Arrays.copyOf(tokens, size),
        words.toArray(NameToken[]::new));
  }
}
