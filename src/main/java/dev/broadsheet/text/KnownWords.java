package dev.broadsheet.text;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * What is known of the words that texts have had so far, by how these are written: a word means the
 * same wherever it stands, so its {@link WordChain} is gone through once, and not once a token.
 * Words are numbers. For one thread, and one reader of texts after another.
 */
final class KnownWords {
  /** Some thousand texts hardly have more; what is forgotten is found out again. */
  private static final int MOST = 1 << 16;

  private static final int NEVER = -1;

  private final WordChain chain;
  private final WordGaps gaps;
  private Spellings spellings = new Spellings();

  /** Of each word: null for one that is no term. */
  private String[] terms = new String[256];

  private String[] written = new String[256];
  private boolean[] loners = new boolean[256];

  /** As {@link WordGaps} has them. */
  private int[] kinds = new int[256];

  /** Of each word on each place of {@link Surfaces}. */
  private int[] forms = new int[256 * Surfaces.PLACES];

  KnownWords(String language) {
    this.chain = new WordChain(language);
    this.gaps = new WordGaps(language);
  }

  /** Forgets the forms of words: another reader numbers them anew. */
  void forgetForms() {
    Arrays.fill(forms, 0, spellings.size() * Surfaces.PLACES, NEVER);
  }

  /** The number of a word; good until the next is asked for. */
  int of(CharTermAttribute word) throws IOException {
    int known = spellings.find(word.buffer(), 0, word.length());
    return known == Spellings.NONE ? learn(word) : known;
  }

  private int learn(CharTermAttribute word) throws IOException {
    if (spellings.size() == MOST) {
      spellings = new Spellings();
    }
    int number = spellings.add(word.buffer(), 0, word.length());
    if (number == terms.length) {
      grow(2 * number);
    }
    String text = word.toString();
    boolean term = chain.take(text);
    terms[number] = term ? chain.term() : null;
    if (term) {
      written[number] = chain.written();
      loners[number] = chain.isLoner();
      kinds[number] = gaps.kind(text);
      Arrays.fill(forms, number * Surfaces.PLACES, (number + 1) * Surfaces.PLACES, NEVER);
    }
    return number;
  }

  private void grow(int room) {
    terms = Arrays.copyOf(terms, room);
    written = Arrays.copyOf(written, room);
    loners = Arrays.copyOf(loners, room);
    kinds = Arrays.copyOf(kinds, room);
    forms = Arrays.copyOf(forms, room * Surfaces.PLACES);
  }

  boolean isTerm(int word) {
    return terms[word] != null;
  }

  String term(int word) {
    return terms[word];
  }

  /** How the word of a term is written, before it is put in lower case and stemmed. */
  String written(int word) {
    return written[word];
  }

  /** Whether the word of a term is in no phrase. */
  boolean isLoner(int word) {
    return loners[word];
  }

  /** What {@link WordGaps} asks of the word of a term. */
  int kind(int word) {
    return kinds[word];
  }

  /** Whether the form of a word on a place of {@link Surfaces} is known. */
  boolean hasForm(int word, int place) {
    return forms[word * Surfaces.PLACES + place] != NEVER;
  }

  int form(int word, int place) {
    return forms[word * Surfaces.PLACES + place];
  }

  void setForm(int word, int place, int form) {
    forms[word * Surfaces.PLACES + place] = form;
  }
}
