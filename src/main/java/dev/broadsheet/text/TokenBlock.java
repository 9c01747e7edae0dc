package dev.broadsheet.text;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The tokens of some documents, a number each: a place in the block's own list of forms, of which
 * each is a word and one way to write it. So a token takes four bytes, and what is asked of a word
 * is asked once a block, not once a token.
 *
 * <p>Documents, tokens, forms, words and surfaces are counted from 0.
 */
public final class TokenBlock implements Serializable {
  private static final long serialVersionUID = 1;

  private static final int MOST_DOCUMENTS = 4_096;
  private static final int MOST_TOKENS = 1 << 20;

  /** In a token it says that nothing is between it and the one before. */
  private static final int BESIDE = 1 << 31;

  private final String[] ids;
  private final int[] ends;
  private final int[] tokens;
  private final int[] wordOf;
  private final int[] surfaceOf;
  private final String[] words;
  private final String[] surfaces;

  private TokenBlock(Builder built) {
    ids = built.ids.toArray(new String[0]);
    ends = built.ends.stream().mapToInt(Integer::intValue).toArray();
    tokens = Arrays.copyOf(built.tokens, built.size);
    wordOf = Arrays.copyOf(built.wordOf, built.forms.size());
    surfaceOf = Arrays.copyOf(built.surfaceOf, built.forms.size());
    words = built.words.all.toArray(new String[0]);
    surfaces = built.surfaces.all.toArray(new String[0]);
  }

  /**
   * Blocks of documents in their order, each of some thousand or of some megabytes.
   *
   * @param reader for each block what adds the tokens of a document and ends it
   */
  public static <T> Iterator<TokenBlock> of(
      Iterator<T> documents, Function<TokenBlock.Builder, Consumer<T>> reader) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return documents.hasNext();
      }

      @Override
      public TokenBlock next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        var builder = new Builder();
        Consumer<T> tokens = reader.apply(builder);
        while (documents.hasNext()
            && builder.ids.size() < MOST_DOCUMENTS
            && builder.size < MOST_TOKENS) {
          tokens.accept(documents.next());
        }
        return builder.build();
      }
    };
  }

  /** How many documents there are. */
  public int documents() {
    return ids.length;
  }

  /** How many of these have tokens. */
  public int nonEmpty() {
    int count = 0;
    for (int d = 0; d < ids.length; d++) {
      count += end(d) > start(d) ? 1 : 0;
    }
    return count;
  }

  public String id(int document) {
    return ids[document];
  }

  /** The first token of a document. */
  public int start(int document) {
    return document == 0 ? 0 : ends[document - 1];
  }

  /** The token behind the last of a document. */
  public int end(int document) {
    return ends[document];
  }

  /** The form of a token. */
  public int form(int token) {
    return tokens[token] & ~BESIDE;
  }

  /** The word of a token. */
  public int word(int token) {
    return wordOf[form(token)];
  }

  /**
   * Whether no stop word, number or end of a sentence is between a token and the one before, which
   * is of the same document.
   */
  public boolean isBesideLast(int token) {
    return tokens[token] < 0;
  }

  /** How many forms there are. */
  public int forms() {
    return wordOf.length;
  }

  public int wordOf(int form) {
    return wordOf[form];
  }

  public String surfaceOf(int form) {
    return surfaces[surfaceOf[form]];
  }

  /** All words, to be looked up once; not to be changed. */
  public String[] words() {
    return words;
  }

  /** The words of a document, in the order of its text. */
  public List<String> words(int document) {
    List<String> text = new ArrayList<>();
    for (int t = start(document); t < end(document); t++) {
      text.add(words[word(t)]);
    }
    return text;
  }

  /** How these are written. */
  public List<String> surfaces(int document) {
    List<String> written = new ArrayList<>();
    for (int t = start(document); t < end(document); t++) {
      written.add(surfaceOf(form(t)));
    }
    return written;
  }

  /** Makes a block, token by token. */
  public static final class Builder implements Terms {
    private static final int NEVER = -2;

    private final List<String> ids = new ArrayList<>();
    private final List<Integer> ends = new ArrayList<>();
    private final Texts words = new Texts();
    private final Texts surfaces = new Texts();

    /** By the numbers of a word and a surface. */
    private final PairMap<Integer> forms = new PairMap<>();

    private int[] tokens = new int[256];
    private int[] wordOf = new int[256];
    private int[] surfaceOf = new int[256];
    private int size;
    private int last = NEVER;

    /**
     * The next token of the document.
     *
     * @param position tokens whose positions differ by 1 are beside each other
     */
    public void add(String word, String surface, int position) {
      add(form(word, surface), position);
    }

    /**
     * The same for a form that was made before.
     *
     * @param form as {@link #form} makes it
     */
    @Override
    public void add(int form, int position) {
      int token = form | (position - last == 1 ? BESIDE : 0);
      last = position;
      if (size == tokens.length) {
        tokens = Arrays.copyOf(tokens, 2 * size);
      }
      tokens[size++] = token;
    }

    /** Ends the document. */
    public void end(String id) {
      ids.add(id);
      ends.add(size);
      last = NEVER;
    }

    /** The number of a word and one way to write it, to be added as often as it occurs. */
    @Override
    public int form(String word, String surface) {
      int wordNumber = words.number(word);
      int surfaceNumber = surfaces.number(surface);
      long both = PairMap.pair(wordNumber, surfaceNumber);
      Integer known = forms.get(both);
      if (known != null) {
        return known;
      }
      int form = forms.size();
      forms.put(both, (Integer) form);
      if (form == wordOf.length) {
        wordOf = Arrays.copyOf(wordOf, 2 * form);
        surfaceOf = Arrays.copyOf(surfaceOf, 2 * form);
      }
      wordOf[form] = wordNumber;
      surfaceOf[form] = surfaceNumber;
      return form;
    }

    public TokenBlock build() {
      return new TokenBlock(this);
    }
  }

  /** Texts, each once. */
  private static final class Texts {
    private final Spellings spellings = new Spellings();
    private final List<String> all = new ArrayList<>();

    int number(String text) {
      char[] letters = text.toCharArray();
      int known = spellings.find(letters, 0, letters.length);
      if (known != Spellings.NONE) {
        return known;
      }
      all.add(text);
      return spellings.add(letters, 0, letters.length);
    }
  }
}
