package dev.broadsheet.names;

import dev.broadsheet.names.NameRuns.Part;
import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.StopWords;
import dev.broadsheet.text.WordAnalyzer;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;

/**
 * What the words of a block are to the search for names, by {@link NameWords}, by the corpus's
 * {@link Capitals} and by the language: found out once a word, and then a bit.
 */
final class NameKinds {
  /** It may begin a run. */
  static final int BEGINS = 1;

  /** It may be part of a run that began before it. */
  static final int INSIDE = 1 << 1;

  /** It makes a name of what it is part of. */
  static final int NAME_PART = 1 << 2;

  /** It is hardly ever written small. */
  static final int PROPER = 1 << 3;

  /** It has a capital, and is a word that only joins others. */
  static final int FUNCTION_WORD = 1 << 4;

  /** It has a capital, and is too common a word to be a name. */
  static final int STOP_WORD = 1 << 5;

  /** Alone it says nothing of who is meant. */
  static final int GENERIC = 1 << 6;

  static final int TITLE = 1 << 7;
  static final int DEMONYM = 1 << 8;
  static final int DATE = 1 << 9;
  static final int COUNTRY = 1 << 10;
  static final int COMPANY_FORM = 1 << 11;
  static final int FIELD = 1 << 12;
  static final int ROMANCE_FIELD = 1 << 13;
  static final int COMPASS = 1 << 14;

  private static final int ASKED = 1 << 15;

  private final Capitals capitals;
  private final CharArraySet functionWords;
  private final CharArraySet stopWords;

  /** By places of the block. */
  private final int[] kinds;

  NameKinds(NameBlock block, Capitals capitals, String language) {
    this.capitals = capitals;
    this.functionWords = WordAnalyzer.functionWords(language);
    this.stopWords = StopWords.of(language);
    this.kinds = new int[block.words()];
  }

  /** Whether a word of the block is of a kind. */
  boolean is(NameToken token, int kind) {
    int kinds = this.kinds[token.place()];
    return ((kinds != 0 ? kinds : find(token)) & kind) != 0;
  }

  /** The same of a word of a sentence, from 0 on. */
  boolean is(NameBlock.Sentence sentence, int word, int kind) {
    int kinds = this.kinds[sentence.place(word)];
    return ((kinds != 0 ? kinds : find(sentence.get(word))) & kind) != 0;
  }

  boolean is(Part part, int kind) {
    return is(part.token(), kind);
  }

  boolean isAny(List<Part> parts, int kind) {
    for (Part part : parts) {
      if (is(part, kind)) {
        return true;
      }
    }
    return false;
  }

  boolean areAll(List<Part> parts, int kind) {
    for (Part part : parts) {
      if (!is(part, kind)) {
        return false;
      }
    }
    return true;
  }

  private int find(NameToken token) {
    int found = token.form() == Form.LOWER ? ASKED : ASKED | kinds(token);
    kinds[token.place()] = found;
    return found;
  }

  private int kinds(NameToken token) {
    String word = token.text();
    boolean noun = capitals.isNoun(word);
    boolean heading = NameWords.isHeading(word);
    boolean proper = capitals.isProper(word);
    boolean generic = NameWords.isNone(word) || NameWords.isDemonym(word);
    boolean other = noun || heading;
    boolean capital = token.form() == Form.CAPITAL;
    boolean initial = token.form() == Form.INITIAL;
    boolean part = initial || token.capitalized();
    return bit(initial ? begins(token) : part && !other && !NameWords.isDate(word), BEGINS)
        | bit(part && !other && !NameWords.isCountry(word), INSIDE)
        | bit(token.capitalized() && proper && !generic, NAME_PART)
        | bit(proper, PROPER)
        | bit(capital && functionWords.contains(token.lower()), FUNCTION_WORD)
        | bit(capital && stopWords.contains(token.lower()), STOP_WORD)
        | bit(generic, GENERIC)
        | bit(NameWords.isTitle(word), TITLE)
        | bit(NameWords.isDemonym(word), DEMONYM)
        | bit(NameWords.isDate(word), DATE)
        | bit(NameWords.isCountry(word), COUNTRY)
        | bit(NameWords.isCompanyForm(word), COMPANY_FORM)
        | bit(NameWords.isField(word), FIELD)
        | bit(NameWords.isRomanceField(word), ROMANCE_FIELD)
        | bit(NameWords.isCompass(word), COMPASS);
  }

  private static int bit(boolean is, int kind) {
    return is ? kind : 0;
  }

  /** "I" is mostly a pronoun. */
  private static boolean begins(NameToken initial) {
    return !initial.opening() && !initial.text().startsWith("I");
  }
}
