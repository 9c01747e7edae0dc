package dev.broadsheet.names;

import dev.broadsheet.text.StopWords;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;

/** What stands before German nouns: articles and their like, numbers, and adjectives. */
final class Determiners {
  private static final CharArraySet WORDS = StopWords.resource("determiners-de.txt");
  private static final CharArraySet STOP_WORDS = StopWords.of("de");

  /** Endings of adjectives; those of verbs before their subject ("sagte", "wollen") are others. */
  private static final Pattern ADJECTIVE =
      Pattern.compile(
          "\\p{Ll}{3,}e[rsm]"
              + "|\\p{Ll}*(isch|lich|ig|bar|sam|haft|los|ell|al|iv|är|end|alt|jung|gut|hoh|lang|kurz)e[nrsm]?");

  private Determiners() {}

  /** Whether a word determines the one behind it, as far as its letters tell. */
  static boolean are(NameToken word) {
    String text = word.text();
    return switch (word.form()) {
      case NUMBER -> true;
      case LOWER ->
          WORDS.contains(text) || ADJECTIVE.matcher(text).matches() && !STOP_WORDS.contains(text);
      case CAPITAL -> word.opening() && WORDS.contains(text.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }
}
