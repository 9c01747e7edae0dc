package dev.broadsheet.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Takes the terms of a text, one after another. */
@FunctionalInterface
interface Terms {
  Pattern WHITE = Pattern.compile("\\s+");

  /**
   * The next term.
   *
   * @param surface how it is written, with the marks of {@link Surfaces}
   * @param position of terms that are next to each other, positions differ by 1
   */
  void add(String term, String surface, int position);

  /**
   * Gives all terms of a text.
   *
   * @param language ISO 639-1, or {@link ArticleAnalyzer#WHITESPACE}
   * @param withPhraseWords whether stop words that phrases need are among them
   */
  static void of(String text, String language, boolean withPhraseWords, Terms terms) {
    if (text == null) {
      return;
    }
    if (language.equals(ArticleAnalyzer.WHITESPACE)) {
      String[] tokens = WHITE.splitAsStream(text).filter(t -> !t.isEmpty()).toArray(String[]::new);
      for (int i = 0; i < tokens.length; i++) {
        terms.add(tokens[i], tokens[i], i);
      }
      return;
    }
    String plain = LostAccents.restored(PlainText.of(text), language);
    var written = new Surfaces(plain, language);
    var foreign = new ForeignPassages(plain, language);
    var gaps = new WordGaps(language);
    try (TokenStream stream = WordAnalyzer.of(language).tokenStream("", plain)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      var word = stream.getAttribute(WrittenWord.class);
      var offset = stream.addAttribute(OffsetAttribute.class);
      var increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = 0;
      int end = 0;
      String before = "";
      while (stream.incrementToken()) {
        String between = plain.substring(Math.min(end, offset.startOffset()), offset.startOffset());
        end = offset.endOffset();
        String surface = plain.substring(offset.startOffset(), end);
        boolean apart = gaps.isBetween(before, between, surface);
        position += increment.getPositionIncrement() + (apart ? 1 : 0);
        before = surface;
        if (foreign.contains(offset.startOffset()) || written.isAgency(offset.startOffset())) {
          before = "";
        } else if (withPhraseWords) {
          terms.add(
              term.toString(), written.marked(word.written(), offset.startOffset(), end), position);
        } else if (PhraseWords.isTerm(term.toString())) {
          terms.add(
              term.toString(), written.plain(word.written(), offset.startOffset(), end), position);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
