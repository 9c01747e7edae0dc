package dev.broadsheet.names;

import dev.broadsheet.names.NameRuns.Part;
import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.StopWords;
import dev.broadsheet.text.WordAnalyzer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.CharArraySet;

/** Whether words with capitals are a name, by what the corpus's {@link Capitals} bear out. */
final class NameEvidence {
  static final int LONGEST = 7;

  private static final Set<String> ANY_COUNTRYS =
      Set.of("Ministry", "Bank", "Banks", "Government", "Court", "Administration");

  /** What stood before a part of a run. */
  enum Before {
    NOTHING,
    TITLE
  }

  private static final Set<String> ROMANCE = Set.of("ca", "es", "fr", "gl", "it", "pt", "ro");

  private final Capitals capitals;
  private final boolean qualifiesBehind;
  private final CharArraySet stopWords;
  private final CharArraySet functionWords;

  NameEvidence(String language, Capitals capitals) {
    this.capitals = capitals;
    this.qualifiesBehind = ROMANCE.contains(language);
    this.stopWords = StopWords.of(language);
    this.functionWords = WordAnalyzer.functionWords(language);
  }

  /** Whether a word alone says nothing of who is meant. */
  static boolean isGeneric(String word) {
    return NameWords.isNone(word) || NameWords.isDemonym(word);
  }

  /** Whether a run does not begin with its first word. */
  boolean isNoBeginning(List<Part> name) {
    NameToken first = name.get(0).token();
    if (name.size() == 1) {
      return isFunctionWord(first);
    }
    NameToken second = name.get(1).token();
    if (isFunctionWord(first)) {
      return !isPartOfName(first, second);
    }
    if (first.form() == Form.INITIAL) {
      return false;
    }
    if (NameWords.isRomanceField(first.text())) {
      return name.get(1).connector().isEmpty() && capitals.isNamePart(second);
    }
    if (NameWords.isCompass(first.text()) && NameWords.isDemonym(second.text())) {
      return true;
    }
    if (NameWords.isDemonym(first.text()) && !NameWords.isCompass(first.text())) {
      return capitals.isNamePart(second) && !capitals.isMostlyAfter(first.text(), second.text());
    }
    return first.opening()
        && !capitals.isProper(first.text())
        && !capitals.arePair(first.text(), second.text());
  }

  /**
   * Whether a party or an organisation stands before a person whom it does not name: "la députée
   * UMP Claire Vasseur". In Romance languages what qualifies a noun stands behind it, so between an
   * office and a name. Who it is stands together oftener than who is of what.
   */
  boolean isQualified(List<Part> name) {
    if (!qualifiesBehind || name.size() < 3 || name.get(0).token().form() != Form.UPPER) {
      return false;
    }
    NameToken person = name.get(1).token();
    NameToken last = name.get(2).token();
    return name.stream().skip(1).allMatch(part -> part.token().form() != Form.UPPER)
        && name.get(1).connector().isEmpty()
        && NameRuns.isParticles(name.get(2).connector())
        && capitals.isNamePart(name.get(0).token())
        && capitals.isNamePart(person)
        && capitals.isOftenerBefore(person.text(), last.text(), name.get(0).word());
  }

  /** "El Cairo", "Al Qaeda", "Estados Unidos": the one is hardly ever without the other. */
  private boolean isPartOfName(NameToken functionWord, NameToken next) {
    return capitals.isMostlyAfter(functionWord.text(), next.text())
        || capitals.isMostlyBefore(functionWord.text(), next.text());
  }

  /** Whether a word with a capital is one that only joins others. */
  boolean isFunctionWord(NameToken token) {
    return token.form() == Form.CAPITAL
        && functionWords.contains(token.text().toLowerCase(Locale.ROOT));
  }

  /** Whether the corpus bears out that words are a name. */
  boolean isName(List<Part> name, Before before) {
    if (name.size() > LONGEST || isHeading(name)) {
      return false;
    }
    NameToken first = name.get(0).token();
    if (name.size() == 1) {
      boolean known =
          capitals.isProper(first.text())
              || (before == Before.TITLE && capitals.isMostlyCapital(first.text()));
      return first.capitalized()
          && known
          && (before == Before.TITLE || !isStopWord(first))
          && !isGeneric(first.text())
          && !capitals.isDerived(first.text());
    }
    if (name.stream().anyMatch(part -> capitals.isNamePart(part.token()))) {
      return true;
    }
    if (capitals.areOfNouns()) {
      return false;
    }
    for (int i = 1; i < name.size(); i++) {
      if (!capitals.arePair(name.get(i - 1).word(), name.get(i).word())) {
        return false;
      }
    }
    return !isAnyCountrys(name)
        && !name.stream().allMatch(part -> NameWords.isDemonym(part.word()));
  }

  /** "Let", "Shes"; but "US" is none. */
  private boolean isStopWord(NameToken token) {
    return token.form() == Form.CAPITAL
        && stopWords.contains(token.text().toLowerCase(Locale.ROOT));
  }

  /** "MONTHS LAST DIFFERENCE", "CCC STOCKS": words in capitals that are no acronyms. */
  private boolean isHeading(List<Part> name) {
    List<NameToken> upper =
        name.stream()
            .map(Part::token)
            .filter(token -> token.form() == Form.UPPER && token.text().length() > 3)
            .toList();
    return upper.size() > 1 || upper.stream().anyMatch(t -> !capitals.isProper(t.text()));
  }

  /** "Finance Ministry", "Central Bank", "French Government". */
  private static boolean isAnyCountrys(List<Part> name) {
    return name.size() == 2
        && isGeneric(name.get(0).word())
        && ANY_COUNTRYS.contains(name.get(1).word());
  }
}
