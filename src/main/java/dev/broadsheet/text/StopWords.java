package dev.broadsheet.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.WordlistLoader;
import org.apache.lucene.analysis.core.WhitespaceTokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words that are no terms, in lower case: those of the language's {@link LanguageRules}, our own of
 * what news say whatever they are about ({@code stopwords-en.txt} and its like), what pages of the
 * web leave in their text, in any language, and English words in names and titles of other
 * languages.
 */
public final class StopWords {
  private static final String[] NEGATED =
      words(
          "ai are ca could dare did do does had has have is might must need ought sha should was"
              + " were wo would");

  private static final String[] SUBJECTS =
      words(
          "i you he she it we they who what that this there here how where when why y'all everyone"
              + " somebody someone nobody one");

  private static final String[] VERBS = words("m re ve ll d s");

  /** Verbs behind which "have" is contracted. */
  private static final String[] MODAL = words("could should would might must");

  /** Words of their own where a contraction has lost its apostrophe. */
  private static final Set<String> WORDS =
      Set.of("id", "ill", "hell", "shell", "shed", "wed", "well", "were", "ones", "whys", "hows");

  /** A contraction's second half, where a text has parted it. */
  private static final String[] HALVES = words("n't nt 'll 've 're 'd 'm 's ll ve");

  private static final int CONJOINED = 3;

  private static final ConcurrentMap<String, CharArraySet> BY_LANGUAGE = new ConcurrentHashMap<>();

  private StopWords() {}

  /** The stop words of a language; read once. */
  public static CharArraySet of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, StopWords::read);
  }

  private static CharArraySet read(String language) {
    var words = new CharArraySet(LanguageTable.of(language).stopWords().get(), false);
    words.addAll(resource("stopwords-web.txt"));
    if (isResource(ownWords(language))) {
      words.addAll(resource(ownWords(language)));
    }
    if (language.equals("en")) {
      contractions().forEach(words::add);
    } else {
      words.addAll(resource("stopwords-english-elsewhere.txt"));
    }
    if (language.equals("ar")) {
      words.addAll(conjoined(words));
    }
    words.addAll(normal(words, language));
    return CharArraySet.unmodifiableSet(words);
  }

  /** Arabic writes "and" and "so" as one with the word behind; shorter words become others. */
  private static List<String> conjoined(CharArraySet words) {
    List<String> conjoined = new ArrayList<>();
    for (Object word : words) {
      String plain = new String((char[]) word);
      if (plain.length() >= CONJOINED) {
        conjoined.add('\u0648' + plain);
        conjoined.add('\u0641' + plain);
      }
    }
    return conjoined;
  }

  /** Words as the language's rules write them, where letters are equal that texts mix up. */
  private static List<String> normal(CharArraySet words, String language) {
    var text = new StringBuilder();
    for (Object word : words) {
      text.append((char[]) word).append(' ');
    }
    var tokens = new WhitespaceTokenizer();
    tokens.setReader(new StringReader(text.toString()));
    List<String> normal = new ArrayList<>();
    try (TokenStream stream = LanguageTable.of(language).lower().apply(tokens)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        normal.add(term.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return normal;
  }

  /** Lucene's English analyzer leaves out 33 words only; this is Snowball's list. */
  static CharArraySet english() {
    return read(
        Objects.requireNonNull(SnowballFilter.class.getResourceAsStream("english_stop.txt")));
  }

  /** A word list beside this class: words on lines, and comments behind bars. */
  public static CharArraySet resource(String name) {
    return read(Objects.requireNonNull(StopWords.class.getResourceAsStream(name), name));
  }

  static boolean isResource(String name) {
    return StopWords.class.getResource(name) != null;
  }

  private static String ownWords(String language) {
    return "stopwords-" + language + ".txt";
  }

  private static CharArraySet read(InputStream in) {
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return CharArraySet.unmodifiableSet(WordlistLoader.getSnowballWordSet(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With their apostrophe and without, and in halves: "doesn't", "doesnt", "doesn". */
  private static Stream<String> contractions() {
    Stream<String> whole =
        Stream.of(
                Stream.of(NEGATED).map(verb -> verb + "n't"),
                Stream.of(NEGATED).map(verb -> verb + "n't've"),
                pairs(SUBJECTS, VERBS),
                pairs(MODAL, words("ve")),
                Stream.of("let's", "o'clock", "ma'am", "y'all", "'tis", "'twas", "gonna", "gotta"))
            .flatMap(words -> words);
    Stream<String> halves =
        Stream.concat(
            Stream.of(HALVES),
            Stream.of(NEGATED).map(verb -> verb + "n").filter(half -> half.length() > 4));
    return Stream.concat(
        halves,
        whole.flatMap(
            word -> Stream.of(word, word.replace("'", "")).filter(lost -> !WORDS.contains(lost))));
  }

  private static Stream<String> pairs(String[] firsts, String[] seconds) {
    return Stream.of(firsts).flatMap(first -> Stream.of(seconds).map(s -> first + "'" + s));
  }

  private static String[] words(String all) {
    return all.split(" ");
  }
}
