package dev.broadsheet.text;

import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.snowball.SnowballFilter;

/**
 * What a language has: how its text is split into words, which articles are written into the word
 * behind them, which words say nothing, and how the forms of a word become one. {@link
 * LanguageTable} has the rules of each.
 *
 * @param tokenizer from text to words
 * @param kinds from words with what the tokenizer knows of them to those that may be terms
 * @param elided what is in front of an apostrophe and no part of the word: "l" in "l'UMP"
 * @param written from words as they stand in the text to words as they are shown, such as without
 *     possessives
 * @param lower from words as they are shown to lower case, with one way to write each letter
 * @param stopWords as lower makes them
 * @param stems from words in lower case to terms
 */
record LanguageRules(
    String code,
    Supplier<Tokenizer> tokenizer,
    UnaryOperator<TokenStream> kinds,
    Set<String> elided,
    UnaryOperator<TokenStream> written,
    UnaryOperator<TokenStream> lower,
    Supplier<CharArraySet> stopWords,
    UnaryOperator<TokenStream> stems) {

  /** What every language has: words by Unicode's rules, in lower case. */
  static LanguageRules language(String code, Supplier<CharArraySet> stopWords) {
    return new LanguageRules(
        code,
        UAX29URLEmailTokenizer::new,
        UnaryOperator.identity(),
        Set.of(),
        UnaryOperator.identity(),
        LowerCaseFilter::new,
        stopWords,
        UnaryOperator.identity());
  }

  LanguageRules tokenizer(Supplier<Tokenizer> other) {
    return new LanguageRules(code, other, kinds, elided, written, lower, stopWords, stems);
  }

  LanguageRules kinds(UnaryOperator<TokenStream> other) {
    return new LanguageRules(code, tokenizer, other, elided, written, lower, stopWords, stems);
  }

  LanguageRules elided(String words) {
    Set<String> all = Set.of(words.split(" "));
    return new LanguageRules(code, tokenizer, kinds, all, written, lower, stopWords, stems);
  }

  LanguageRules written(UnaryOperator<TokenStream> other) {
    return new LanguageRules(code, tokenizer, kinds, elided, other, lower, stopWords, stems);
  }

  LanguageRules lower(UnaryOperator<TokenStream> other) {
    return new LanguageRules(code, tokenizer, kinds, elided, written, other, stopWords, stems);
  }

  LanguageRules stems(UnaryOperator<TokenStream> other) {
    return new LanguageRules(code, tokenizer, kinds, elided, written, lower, stopWords, other);
  }

  LanguageRules stems(String snowball) {
    return stems(in -> new SnowballFilter(in, snowball));
  }
}
