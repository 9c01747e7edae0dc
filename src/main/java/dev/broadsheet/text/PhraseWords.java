package dev.broadsheet.text;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Stop words that a phrase may need: those that open it ("New York", "long term") and those that
 * connect its words ("Bank of England"). They are no terms; a mark at their start says so. Loners
 * are the opposite: terms that are in no phrase.
 */
final class PhraseWords {
  private static final char OPENER = '^';
  private static final char CONNECTIVE = '&';

  private static final Map<String, Set<String>> OPENERS =
      Map.of(
          "en", words("new old great big small high low long first second third full left right"),
          "de", words("neue neuen neuer neues große großen großer erste ersten zweite zweiten"),
          "es",
              words("nuevo nueva nuevos nuevas gran primer primera segundo segunda estados estado"),
          "fr",
              words(
                  "nouveau nouvelle nouveaux nouvelles grand grande premier première second seconde"),
          "it", words("nuovo nuova nuovi nuove grande primo prima secondo seconda stati stato"),
          "pt",
              words(
                  "novo nova novos novas grande primeiro primeira segundo segunda estados estado"),
          "nl", words("nieuwe grote eerste tweede"));

  private static final Map<String, Set<String>> CONNECTIVES =
      Map.of(
          "en", words("of and"),
          "de", words("und von van"),
          "fr", words("de du des et"),
          "es", words("de del"),
          "it", words("di del della"),
          "pt", words("de do da"),
          "nl", words("van en"));

  /** Legal forms, and words of notices and tables that stand beside anything. */
  private static final Map<String, Set<String>> LONERS =
      Map.of(
          "en",
          words(
              "inc corp co ltd plc llc due led worth rose fell include includes including exclude"
                  + " excludes excluding shr shrs avg oper qtr qtrs qtly mths revs nil div dlr dlrs"
                  + " ct cts vs"));

  private PhraseWords() {}

  private static Set<String> words(String all) {
    return Set.of(all.split(" "));
  }

  /** The stop words of a language without those that a phrase may need. */
  static CharArraySet without(CharArraySet stopWords, String language) {
    CharArraySet needed = set(OPENERS, language);
    needed.addAll(set(CONNECTIVES, language));
    var others = new CharArraySet(stopWords.size(), true);
    for (Object word : stopWords) {
      if (!needed.contains(word)) {
        others.add(word);
      }
    }
    return others;
  }

  static boolean isTerm(String word) {
    return !isOpener(word) && !isConnective(word);
  }

  static boolean isOpener(String word) {
    return word.charAt(0) == OPENER;
  }

  static boolean isConnective(String word) {
    return word.charAt(0) == CONNECTIVE;
  }

  /** Whether a word as it is written is a connective. */
  static boolean isConnective(String written, String language) {
    return CONNECTIVES.getOrDefault(language, Set.of()).contains(written.toLowerCase(Locale.ROOT));
  }

  /** Whether a word, in whatever letters, is a loner. */
  static boolean isLoner(String word, String language) {
    return LONERS.getOrDefault(language, Set.of()).contains(word.toLowerCase(Locale.ROOT));
  }

  private static CharArraySet set(Map<String, Set<String>> words, String language) {
    return new CharArraySet(words.getOrDefault(language, Set.of()), true);
  }

  /** Marks openers and connectives, and sees loners. */
  static final class Marks extends TokenFilter {
    private final CharArraySet openers;
    private final CharArraySet connectives;
    private final CharArraySet loners;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private boolean loner;

    Marks(TokenStream in, String language) {
      super(in);
      openers = set(OPENERS, language);
      connectives = set(CONNECTIVES, language);
      loners = set(LONERS, language);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      loner = isIn(loners);
      if (isIn(openers)) {
        mark(OPENER);
      } else if (isIn(connectives)) {
        mark(CONNECTIVE);
      }
      return true;
    }

    /** Whether the last word is one. */
    boolean isLoner() {
      return loner;
    }

    private boolean isIn(CharArraySet words) {
      return words.contains(term.buffer(), 0, term.length());
    }

    private void mark(char mark) {
      String word = term.toString();
      term.setEmpty().append(mark).append(word);
    }
  }
}
