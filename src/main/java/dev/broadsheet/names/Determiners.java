package dev.broadsheet.names;

import dev.broadsheet.text.StopWords;
import dev.broadsheet.text.WordAnalyzer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;

/** What stands before German nouns: articles and their like, numbers, and adjectives. */
final class Determiners {
  private static final CharArraySet WORDS = StopWords.resource("determiners-de.txt");
  private static final CharArraySet FUNCTION_WORDS = WordAnalyzer.functionWords("de");

  /** Prepositions and adverbs that have the ending of an adjective. */
  private static final Set<String> NONE =
      Set.of("neben", "wegen", "gegen", "unter", "hinter", "sowie", "heute", "gestern", "morgen");

  private static final Pattern ADJECTIVE = Pattern.compile("\\p{Ll}{3,}e[nrsm]?");

  private Determiners() {}

  /** Whether a word determines the one behind it, as far as its letters tell. */
  static boolean are(NameToken word) {
    String text = word.text();
    return switch (word.form()) {
      case NUMBER -> true;
      case LOWER ->
          WORDS.contains(text)
              || ADJECTIVE.matcher(text).matches()
                  && !NONE.contains(text)
                  && !FUNCTION_WORDS.contains(text);
      case CAPITAL -> word.opening() && WORDS.contains(text.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }
}
