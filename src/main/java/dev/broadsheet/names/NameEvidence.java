package dev.broadsheet.names;

import dev.broadsheet.names.NameRuns.Part;
import dev.broadsheet.names.NameToken.Form;
import java.util.List;
import java.util.Set;

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
  private final NameKinds kinds;

  NameEvidence(String language, Capitals capitals, NameKinds kinds) {
    this.capitals = capitals;
    this.qualifiesBehind = ROMANCE.contains(language);
    this.kinds = kinds;
  }

  /** Whether a run does not begin with its first word. */
  boolean isNoBeginning(List<Part> name) {
    NameToken first = name.get(0).token();
    if (name.size() == 1) {
      return kinds.is(first, NameKinds.FUNCTION_WORD);
    }
    NameToken second = name.get(1).token();
    if (kinds.is(first, NameKinds.FUNCTION_WORD)) {
      return !isPartOfName(first, second);
    }
    if (first.form() == Form.INITIAL) {
      return false;
    }
    if (kinds.is(first, NameKinds.ROMANCE_FIELD)) {
      return name.get(1).connector().isEmpty() && kinds.is(second, NameKinds.NAME_PART);
    }
    if (kinds.is(first, NameKinds.COMPASS) && kinds.is(second, NameKinds.DEMONYM)) {
      return true;
    }
    if (kinds.is(first, NameKinds.DEMONYM) && !kinds.is(first, NameKinds.COMPASS)) {
      return kinds.is(second, NameKinds.NAME_PART)
          && !capitals.isMostlyAfter(first.text(), second.text());
    }
    return first.opening()
        && !kinds.is(first, NameKinds.PROPER)
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
        && kinds.is(name.get(0), NameKinds.NAME_PART)
        && kinds.is(person, NameKinds.NAME_PART)
        && capitals.isOftenerBefore(person.text(), last.text(), name.get(0).word());
  }

  /** "El Cairo", "Al Qaeda", "Estados Unidos": the one is hardly ever without the other. */
  private boolean isPartOfName(NameToken functionWord, NameToken next) {
    return capitals.isMostlyAfter(functionWord.text(), next.text())
        || capitals.isMostlyBefore(functionWord.text(), next.text());
  }

  /** Whether the corpus bears out that words are a name. */
  boolean isName(List<Part> name, Before before) {
    if (name.size() > LONGEST || isHeading(name)) {
      return false;
    }
    NameToken first = name.get(0).token();
    if (name.size() == 1) {
      boolean known =
          kinds.is(first, NameKinds.PROPER)
              || (before == Before.TITLE && capitals.isMostlyCapital(first.text()));
      return first.capitalized()
          && known
          && (before == Before.TITLE || !kinds.is(first, NameKinds.STOP_WORD))
          && !kinds.is(first, NameKinds.GENERIC)
          && !capitals.isDerived(first.text());
    }
    if (kinds.isAny(name, NameKinds.NAME_PART)) {
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
    return !isAnyCountrys(name) && !kinds.areAll(name, NameKinds.DEMONYM);
  }

  /** "MONTHS LAST DIFFERENCE", "CCC STOCKS": words in capitals that are no acronyms. */
  private boolean isHeading(List<Part> name) {
    List<NameToken> upper =
        name.stream()
            .map(Part::token)
            .filter(token -> token.form() == Form.UPPER && token.text().length() > 3)
            .toList();
    return upper.size() > 1 || upper.stream().anyMatch(t -> !kinds.is(t, NameKinds.PROPER));
  }

  /** "Finance Ministry", "Central Bank", "French Government". */
  private boolean isAnyCountrys(List<Part> name) {
    return name.size() == 2
        && kinds.is(name.get(0), NameKinds.GENERIC)
        && ANY_COUNTRYS.contains(name.get(1).word());
  }
}
