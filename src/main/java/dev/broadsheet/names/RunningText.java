package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.WordAnalyzer;
import java.io.Serializable;
import java.util.List;

/**
 * The sentences of a text that are sentences: one word in ten is a function word of the language,
 * in small letters. Headlines and tables have none, so their capitals mean nothing.
 *
 * @param language ISO 639-1; one whose function words are not known has only running text
 */
record RunningText(String language) implements Serializable {
  private static final int WORDS_A_FUNCTION_WORD = 10;
  private static final int WORDS_A_NUMBER = 2;

  List<List<NameToken>> sentences(String text) {
    return NameTokens.of(text, language).stream().filter(this::isRunning).toList();
  }

  private boolean isRunning(List<NameToken> sentence) {
    var function = WordAnalyzer.functionWords(language);
    int numbers = 0;
    int functionWords = 0;
    for (NameToken token : sentence) {
      numbers += token.form() == Form.NUMBER ? 1 : 0;
      functionWords += token.form() == Form.LOWER && function.contains(token.text()) ? 1 : 0;
    }
    int words = sentence.size() - numbers;
    return words > WORDS_A_NUMBER * numbers
        && (function.isEmpty() || functionWords * WORDS_A_FUNCTION_WORD >= words);
  }
}
