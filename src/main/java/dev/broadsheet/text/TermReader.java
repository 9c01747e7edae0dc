package dev.broadsheet.text;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.email.UAX29URLEmailTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** Finds the terms of texts, one text after another; for one thread. */
final class TermReader {
  private static final Pattern WHITE = Pattern.compile("\\s+");

  private final String language;
  private final boolean withPhraseWords;
  private final Terms terms;
  private final WordGaps gaps;
  private final KnownWords words;

  /** Of the text. */
  private String plain = "";

  /** The same, with a space wherever one is missing. */
  private char[] letters = {};

  private Surfaces surfaces;
  private CharTermAttribute token;
  private int start;
  private int end;

  /**
   * For texts of one language.
   *
   * @param language ISO 639-1, or {@link ArticleAnalyzer#WHITESPACE}
   * @param withPhraseWords whether stop words that phrases need are among the terms
   * @param terms takes them
   */
  TermReader(String language, boolean withPhraseWords, Terms terms) {
    this.language = language;
    this.withPhraseWords = withPhraseWords;
    this.terms = terms;
    gaps = new WordGaps(language);
    words = WordAnalyzer.of(language).known();
    words.forgetForms();
  }

  /** Gives all terms of a text; a null text has none. */
  void read(String text) {
    if (text == null) {
      return;
    }
    if (language.equals(ArticleAnalyzer.WHITESPACE)) {
      String[] tokens = WHITE.splitAsStream(text).filter(t -> !t.isEmpty()).toArray(String[]::new);
      for (int i = 0; i < tokens.length; i++) {
        terms.add(terms.form(tokens[i], tokens[i]), i);
      }
      return;
    }
    plain = LostAccents.restored(PlainText.of(text), language);
    letters = plain.toCharArray();
    var foreign = new ForeignPassages(letters, language);
    surfaces = new Surfaces(plain, language);
    MissingSpaces.put(letters);
    try (TokenStream stream =
        WordAnalyzer.of(language).tokenStream("", new CharArrayReader(letters))) {
      read(stream, foreign);
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(TokenStream stream, ForeignPassages foreign) throws IOException {
    token = stream.addAttribute(CharTermAttribute.class);
    var type = stream.addAttribute(TypeAttribute.class);
    var offset = stream.addAttribute(OffsetAttribute.class);
    var increment = stream.addAttribute(PositionIncrementAttribute.class);
    stream.reset();
    int position = 0;
    int before = WordGaps.NO_WORD;
    boolean afterLoner = false;
    end = 0;
    while (stream.incrementToken()) {
      position += increment.getPositionIncrement();
      if (isAddress(type.type())) {
        continue;
      }
      int word = words.of(token);
      if (!words.isTerm(word)) {
        continue;
      }
      int last = end;
      start = offset.startOffset();
      end = offset.endOffset();
      boolean asIs = isAsIs();
      int kind = asIs ? words.kind(word) : gaps.kind(plain.substring(start, end));
      boolean apart = gaps.isBetween(before, plain, Math.min(last, start), start, kind);
      boolean loner = words.isLoner(word);
      position += (loner || afterLoner ? 1 : 0) + (apart ? 1 : 0);
      afterLoner = loner;
      before = kind;
      if (foreign.contains(start) || surfaces.isAgency(start)) {
        before = WordGaps.NO_WORD;
      } else if (withPhraseWords || PhraseWords.isTerm(words.term(word))) {
        terms.add(asIs ? form(word) : newForm(word), position);
      }
    }
  }

  private static boolean isAddress(String type) {
    return type.equals(UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.URL])
        || type.equals(UAX29URLEmailTokenizer.TOKEN_TYPES[UAX29URLEmailTokenizer.EMAIL]);
  }

  /** Whether the word is as the text has it: some tokenizers put words in small letters. */
  private boolean isAsIs() {
    return Arrays.equals(token.buffer(), 0, token.length(), letters, start, end);
  }

  private int form(int word) {
    int place = withPhraseWords ? surfaces.place(start, end) : surfaces.plainPlace(start);
    if (place == Surfaces.UNUSUAL) {
      return newForm(word);
    }
    if (!words.hasForm(word, place)) {
      words.setForm(word, place, newForm(word));
    }
    return words.form(word, place);
  }

  private int newForm(int word) {
    String written = words.written(word);
    return terms.form(
        words.term(word),
        withPhraseWords
            ? surfaces.marked(written, start, end)
            : surfaces.plain(written, start, end));
  }
}
