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
  private static final int WAYS = 4;

  /** A bit, and the place of another. */
  private static final int NUMBER = 1;

  private static final int FUNCTION_WORD = 1;

  private final RunningText running;
  private final List<String> ids = new ArrayList<>();
  private final IntStream.Builder articles = IntStream.builder();
  private final List<NameToken> words = new ArrayList<>();

  /** Words by how they are written, wherever they stand, and their numbers here by their text. */
  private final List<NameToken> spelled = new ArrayList<>();

  private final Map<String, List<Integer>> byText = new HashMap<>();

  /** Of each of these its places in the block, by whether it is joined (1) and opens (2). */
  private int[] places = new int[WAYS * 256];

  /** Of each whether it is a number, a function word, or neither. */
  private byte[] kinds = new byte[256];

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

  /** Adds a word that nothing is tied to, and returns its number. */
  int add(String word, Form form, boolean possessive) {
    return add(word, form, possessive, "");
  }

  /** Adds a word with what a hyphen ties to it in small letters, "" for nothing. */
  int add(String word, Form form, boolean possessive, String tail) {
    int number = number(word, form, possessive, tail);
    add(number);
    return number;
  }

  /** Adds what was added before, by its number. */
  void add(int word) {
    if (size == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * size);
    }
    int way = word * WAYS + (opening ? 2 : 0) + (joined ? 1 : 0);
    tokens[size++] = places[way] == NOWHERE ? place(word, way) : places[way];
    numbers += kinds[word] & NUMBER;
    functionWords += kinds[word] >> FUNCTION_WORD;
    opening = false;
    joined = true;
  }

  private int number(String text, Form form, boolean possessive, String tail) {
    List<Integer> alike = byText.computeIfAbsent(text, any -> new ArrayList<>(1));
    for (int number : alike) {
      NameToken token = spelled.get(number);
      if (token.form() == form && token.possessive() == possessive && token.tail().equals(tail)) {
        return number;
      }
    }
    int number = spelled.size();
    var token = new NameToken(text, form, possessive, tail);
    spelled.add(token);
    alike.add(number);
    if (number == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * number);
      places = Arrays.copyOf(places, 2 * places.length);
    }
    int function = running.isFunctionWord(token) ? 1 << FUNCTION_WORD : 0;
    kinds[number] = (byte) (function | (form == Form.NUMBER ? NUMBER : 0));
    Arrays.fill(places, number * WAYS, (number + 1) * WAYS, NOWHERE);
    return number;
  }

  private int place(int word, int way) {
    var token = new NameToken(words.size(), spelled.get(word), opening, joined);
    places[way] = token.place();
    words.add(token);
    return token.place();
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
