package dev.broadsheet.text;

import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.fa.PersianNormalizationFilter;
import org.apache.lucene.analysis.in.IndicNormalizationFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.sr.SerbianNormalizationFilter;
import org.apache.lucene.analysis.th.ThaiTokenizer;

/** What several languages share of Lucene's filters, and what one puts together of several. */
final class LanguageFilters {
  /** "us" is a stop word, "US" is a country. */
  private static final CharArraySet PRONOUNS = new CharArraySet(Set.of("us"), false);

  private LanguageFilters() {}

  static TokenStream english(TokenStream in) {
    return new StopFilter(new EnglishPossessiveFilter(in), PRONOUNS);
  }

  static TokenStream indic(TokenStream in) {
    return new IndicNormalizationFilter(new LowerCaseFilter(in));
  }

  static TokenStream persian(TokenStream in) {
    return new PersianNormalizationFilter(new ArabicNormalizationFilter(new LowerCaseFilter(in)));
  }

  static TokenStream serbian(TokenStream in) {
    return new SnowballFilter(new SerbianNormalizationFilter(in), "Serbian");
  }

  /** The JDK knows Thai words unless it was built without its data for locales. */
  static Tokenizer thai() {
    return ThaiTokenizer.DBBI_AVAILABLE ? new ThaiTokenizer() : new UAX29URLEmailTokenizer();
  }
}
