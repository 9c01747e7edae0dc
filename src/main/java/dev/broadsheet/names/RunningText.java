package dev.broadsheet.names;

import dev.broadsheet.text.WordAnalyzer;
import org.apache.lucene.analysis.CharArraySet;

/**
 * The sentences of a text that are sentences: one word in ten is a function word of the language,
 * in small letters. Headlines and tables have none, so their capitals mean nothing. Where the
 * function words of a language are not known, all text is running.
 */
final class RunningText {
  private static final int WORDS_A_FUNCTION_WORD = 10;
  private static final int WORDS_A_NUMBER = 2;

  private final CharArraySet functionWords;

  /**
   * The rule of a language.
   *
   * @param language ISO 639-1
   */
  RunningText(String language) {
    functionWords = WordAnalyzer.functionWords(language);
  }

  /** Whether a word joins others, and is written so. */
  boolean isFunctionWord(NameToken token) {
    return token.form() == NameToken.Form.LOWER && functionWords.contains(token.text());
  }

  /** Whether a sentence of so many words and numbers is one. */
  boolean is(int words, int numbers, int functions) {
    return words > WORDS_A_NUMBER * numbers
        && (functionWords.isEmpty() || functions * WORDS_A_FUNCTION_WORD >= words);
  }
}
