package dev.broadsheet.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import morfologik.stemming.Dictionary;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.morfologik.MorfologikFilter;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** The form of a Ukrainian word that its dictionary has; the first, where a word may be several. */
final class UkrainianLemmas extends FilteringTokenFilter {
  private static final String RESOURCE = "/ua/net/nlp/ukrainian.dict";

  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);

  UkrainianLemmas(TokenStream in) {
    super(new MorfologikFilter(in, Loaded.DICTIONARY));
  }

  @Override
  protected boolean accept() {
    return increment.getPositionIncrement() > 0;
  }

  private static final class Loaded {
    static final Dictionary DICTIONARY = load();

    private static Dictionary load() {
      try {
        return Dictionary.read(
            Objects.requireNonNull(UkrainianLemmas.class.getResource(RESOURCE), RESOURCE));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
