package dev.broadsheet.text;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * From a {@link PlainText} to its words, by the {@link LanguageRules} of one language: of the kinds
 * that may be terms. A {@link WordChain} makes terms of them.
 */
public final class WordAnalyzer extends Analyzer {
  private static final ConcurrentMap<String, WordAnalyzer> ANALYZERS = new ConcurrentHashMap<>();

  private static final ConcurrentMap<String, CharArraySet> FUNCTION_WORDS =
      new ConcurrentHashMap<>();

  private final LanguageRules rules;
  private final ThreadLocal<KnownWords> known;

  private WordAnalyzer(String language) {
    this.rules = LanguageTable.of(language);
    this.known = ThreadLocal.withInitial(() -> new KnownWords(language));
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

  /** What this thread knows of words. */
  KnownWords known() {
    return known.get();
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
  protected TokenStreamComponents createComponents(String field) {
    Tokenizer words = rules.tokenizer().get();
    return new TokenStreamComponents(words, rules.kinds().apply(words));
  }
}
