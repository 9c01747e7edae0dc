package dev.broadsheet.text;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.ElisionFilter;

/**
 * The chain from a word to its term, by the {@link LanguageRules} of one language: acronyms without
 * dots, without articles and possessives, kept as they are written; in lower case, without stop
 * words and what is {@linkplain TermShapes no term}, stemmed. Since a stem is made of what is kept,
 * words that are written alike have one stem. Stop words that a {@linkplain PhraseWords phrase may
 * need} stay, with a mark.
 *
 * <p>What it makes of a word does not depend on the words around it. For one thread.
 */
final class WordChain {
  /** Without a word boundary, which from Java 19 on is one of ASCII. */
  private static final Pattern ACRONYM_DOTS =
      Pattern.compile("(?<=(?<![\\p{L}\\p{Nd}\\p{Mn}_])\\p{L})\\.(?=\\p{L}(\\.|$))");

  /** "F-16s" are "F-16". */
  private static final Pattern PLURAL_NUMBER = Pattern.compile("(?<=^\\p{Lu}{1,4}-?\\d{1,4})s$");

  private final OneWord word = new OneWord();
  private final Written written;
  private final PhraseWords.Marks marks;
  private final TokenStream stream;
  private final CharTermAttribute term;

  WordChain(String language) {
    LanguageRules rules = LanguageTable.of(language);
    CharArraySet stopWords = PhraseWords.without(StopWords.of(language), language);
    var elided = new CharArraySet(rules.elided(), true);
    TokenStream shown = new Tidied(word);
    shown = elided.isEmpty() ? shown : new ElisionFilter(shown, elided);
    written = new Written(new TermShapes(rules.written().apply(shown), language));
    marks =
        new PhraseWords.Marks(new StopFilter(rules.lower().apply(written), stopWords), language);
    stream = rules.stems().apply(marks);
    term = stream.getAttribute(CharTermAttribute.class);
  }

  /**
   * Takes a word.
   *
   * @return whether it has a term: stemmers and normalisations leave nothing of some words
   */
  boolean take(CharSequence next) throws IOException {
    word.next = next;
    stream.reset();
    return stream.incrementToken() && term.length() > 0;
  }

  /** The term of the word that was taken. */
  String term() {
    return term.toString();
  }

  /** How the word is written, before it is put in lower case and stemmed. */
  String written() {
    return written.word;
  }

  /** Whether the word is in no phrase. */
  boolean isLoner() {
    return marks.isLoner();
  }

  /** A stream of one word at a time. */
  private static final class OneWord extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private CharSequence next = "";

    @Override
    public boolean incrementToken() {
      if (next.isEmpty()) {
        return false;
      }
      clearAttributes();
      term.setEmpty().append(next);
      next = "";
      return true;
    }
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
    private String word = "";

    Written(TokenStream in) {
      super(in);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!input.incrementToken()) {
        return false;
      }
      word = term.toString();
      return true;
    }
  }
}
