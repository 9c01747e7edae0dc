package dev.broadsheet.text;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The chain from a {@link PlainText} to terms, by the {@link LanguageRules} of one language: words,
 * apart where a space is missing, acronyms without dots, without articles and possessives, kept as
 * they are written; in lower case, without stop words and what is {@linkplain TermShapes no term},
 * stemmed. Since a stem is made of what is kept, words that are written alike have one stem. Stop
 * words that a {@linkplain PhraseWords phrase may need} stay, with a mark.
 */
public final class WordAnalyzer extends Analyzer {
  private static final Pattern ACRONYM_DOTS = Pattern.compile("(?<=\\b\\p{L})\\.(?=\\p{L}(\\.|$))");

  /** "F-16s" are "F-16". */
  private static final Pattern PLURAL_NUMBER = Pattern.compile("(?<=^\\p{Lu}{1,4}-?\\d{1,4})s$");

  private static final ConcurrentMap<String, WordAnalyzer> ANALYZERS = new ConcurrentHashMap<>();

  private static final ConcurrentMap<String, CharArraySet> FUNCTION_WORDS =
      new ConcurrentHashMap<>();

  private final String language;
  private final LanguageRules rules;
  private final CharArraySet stopWords;
  private final CharArraySet elided;

  private WordAnalyzer(String language) {
    this.language = language;
    this.rules = LanguageTable.of(language);
    this.stopWords = PhraseWords.without(StopWords.of(language), language);
    this.elided = new CharArraySet(rules.elided(), true);
  }

  /** The analyzer of a language; safe to use in many threads. */
  static WordAnalyzer of(String language) {
    return ANALYZERS.computeIfAbsent(language, WordAnalyzer::new);
  }

  /** Words without a meaning of their own; none for a language without rules of its own. */
  public static CharArraySet functionWords(String language) {
    return FUNCTION_WORDS.computeIfAbsent(
        language, code -> LanguageTable.of(code).stopWords().get());
  }

  /** How many words a text has, of whatever kind. */
  int words(String text) {
    try (Tokenizer words = rules.tokenizer().get()) {
      var term = words.addAttribute(CharTermAttribute.class);
      words.setReader(new StringReader(text));
      words.reset();
      int count = 0;
      while (words.incrementToken()) {
        count += term.chars().anyMatch(Character::isLetterOrDigit) ? 1 : 0;
      }
      return count;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected Reader initReader(String field, Reader text) {
    return new MissingSpaces(text);
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = rules.tokenizer().get();
    TokenStream stream = new Tidied(words);
    stream = elided.isEmpty() ? stream : new ElisionFilter(stream, elided);
    stream = new TermShapes(rules.written().apply(stream), language);
    stream = rules.lower().apply(new Written(stream));
    stream = new PhraseWords.Marks(new StopFilter(stream, stopWords), language);
    // Stemmers and normalisations leave nothing of some words.
    return new TokenStreamComponents(
        words, new LengthFilter(rules.stems().apply(stream), 1, Integer.MAX_VALUE));
  }

  /** Acronyms without dots ("U.S."), numbers in names without plural, hyphens before them. */
  private static final class Tidied extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    Tidied(TokenStream in) {
      super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      for (int i = 0; i < term.length(); i++) {
        char c = term.charAt(i);
        if (c == '.') {
          replace(ACRONYM_DOTS);
        } else if (c == PlainText.TIE) {
          term.buffer()[i] = '-';
        } else if (c >= '0' && c <= '9' && term.charAt(term.length() - 1) == 's') {
          replace(PLURAL_NUMBER);
        }
      }
      return true;
    }

    private void replace(Pattern what) {
      String tidy = what.matcher(term).replaceAll("");
      term.setEmpty().append(tidy);
    }
  }

  /** Keeps how a word is written. */
  private static final class Written extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final WrittenWord.Holder written = new WrittenWord.Holder();

    Written(TokenStream in) {
      super(in);
      addAttributeImpl(written);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      written.write(term.toString());
      return true;
    }
  }
}
