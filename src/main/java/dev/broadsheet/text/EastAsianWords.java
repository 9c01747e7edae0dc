package dev.broadsheet.text;

import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cn.smart.HMMChineseTokenizer;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words of Chinese, Japanese and Korean, by Lucene's dictionaries. Of Japanese and Korean only
 * nouns and foreign words stay: the rest are particles and endings, and verbs as common as "do".
 */
final class EastAsianWords {
  /** Kinds of Japanese nouns that have a meaning of their own; pronouns and numbers have none. */
  private static final List<String> JAPANESE_NOUNS =
      List.of("名詞-一般", "名詞-固有名詞", "名詞-サ変接続", "名詞-形容動詞語幹", "名詞-ナイ形容詞語幹", "名詞-引用文字列");

  private static final Set<POS.Tag> KOREAN_NOUNS =
      Set.of(POS.Tag.NNG, POS.Tag.NNP, POS.Tag.SL, POS.Tag.SH, POS.Tag.UNKNOWN);

  private EastAsianWords() {}

  static Tokenizer chineseTokenizer() {
    return new HMMChineseTokenizer();
  }

  static Tokenizer japaneseTokenizer() {
    return new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.NORMAL);
  }

  static Tokenizer koreanTokenizer() {
    return new KoreanTokenizer(
        KoreanTokenizer.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null, DecompoundMode.NONE, false);
  }

  /** Words of one character are function words, nearly all. */
  static TokenStream chinese(TokenStream words) {
    return new FilteringTokenFilter(words) {
      private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

      @Override
      protected boolean accept() {
        return term.length() > 1;
      }
    };
  }

  static TokenStream japanese(TokenStream words) {
    return new FilteringTokenFilter(words) {
      private final PartOfSpeechAttribute speech = addAttribute(PartOfSpeechAttribute.class);

      @Override
      protected boolean accept() {
        String part = speech.getPartOfSpeech();
        return part == null || JAPANESE_NOUNS.stream().anyMatch(part::startsWith);
      }
    };
  }

  static TokenStream korean(TokenStream words) {
    return new FilteringTokenFilter(words) {
      private final org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute speech =
          addAttribute(org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute.class);

      @Override
      protected boolean accept() {
        return speech.getLeftPOS() == null || KOREAN_NOUNS.contains(speech.getLeftPOS());
      }
    };
  }
}
