package dev.broadsheet.names;

import dev.broadsheet.names.NameRuns.Part;
import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.StopWords;
import dev.broadsheet.text.WordAnalyzer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.lucene.analysis.CharArraySet;

/**
 * Finds the names of one article: cuts its runs of capitalised words at titles, takes off what is
 * no part of a name, and keeps those that the corpus's {@link Capitals} bear out. A name of one
 * word that is the last name of a person or the first of a company of the same article is that one.
 */
final class NameFinder {
  private static final int LONGEST = 7;

  private static final Set<String> ANY_COUNTRYS =
      Set.of("Ministry", "Bank", "Banks", "Government", "Court", "Administration");

  /** What stood before a part of a run. */
  private enum Before {
    NOTHING,
    TITLE
  }

  private final RunningText running;
  private final Capitals capitals;
  private final NameRuns runs;
  private final CharArraySet stopWords;

  NameFinder(RunningText running, Capitals capitals) {
    this.running = running;
    this.capitals = capitals;
    this.runs = new NameRuns(capitals);
    this.stopWords = StopWords.of(running.language());
  }

  /** The names of a text, each once, in the order of the alphabet. */
  SortedSet<String> names(String text) {
    List<Name> found = new ArrayList<>();
    for (List<NameToken> sentence : running.sentences(text)) {
      runs.of(sentence).forEach(run -> cutAtTitles(run, found));
    }
    SortedSet<String> names = new TreeSet<>();
    for (Name name : found) {
      if (name.size() > 1 || found.stream().noneMatch(full -> isShortFor(name, full))) {
        names.add(name.shown(capitals));
      }
    }
    return names;
  }

  private void cutAtTitles(List<Part> run, List<Name> found) {
    var before = Before.NOTHING;
    int from = 0;
    int i = 0;
    while (i < run.size()) {
      if (isTitle(run, i)) {
        office(run.subList(from, i), found);
        i++;
        if (i < run.size() && run.get(i).connector().startsWith("of")) {
          i++;
          while (i < run.size() && !run.get(i).connector().isEmpty()) {
            i++;
          }
        }
        from = i;
        before = Before.TITLE;
      } else {
        i++;
      }
    }
    cutAtCompanyForms(run.subList(from, run.size()), before, found);
  }

  /** "Speaker" is a title, "Representatives" in "House of Representatives" is none. */
  private static boolean isTitle(List<Part> run, int i) {
    Part part = run.get(i);
    boolean general = part.word().equals("General") && i > 0 && isTitle(run, i - 1);
    return (general || NameWords.isTitle(part.word()))
        && !part.connector().startsWith("of")
        && !part.connector().startsWith("for");
  }

  /** Before a title is an institution ("Treasury Secretary") or a field ("Foreign Minister"). */
  private void office(List<Part> parts, List<Name> found) {
    int end = parts.size();
    while (end > 0 && NameWords.isField(parts.get(end - 1).word())) {
      end--;
    }
    List<Part> rest = parts.subList(0, end);
    if (rest.stream().anyMatch(part -> capitals.isNamePart(part.token()))) {
      cutAtCompanyForms(rest, Before.NOTHING, found);
    }
  }

  private void cutAtCompanyForms(List<Part> parts, Before before, List<Name> found) {
    int from = 0;
    for (int i = 1; i < parts.size(); i++) {
      boolean ends = i + 1 == parts.size() || !NameWords.isCompanyForm(parts.get(i + 1).word());
      if (NameWords.isCompanyForm(parts.get(i).word()) && ends) {
        company(parts.subList(from, i + 1), found);
        from = i + 1;
      }
    }
    plain(parts.subList(from, parts.size()), before, found);
  }

  private void company(List<Part> parts, List<Name> found) {
    List<Part> name = new ArrayList<>(parts);
    while (!name.isEmpty() && isFunctionWord(name.get(0).token())) {
      name.remove(0);
    }
    int end = name.size();
    while (end > 0 && NameWords.isCompanyForm(name.get(end - 1).word())) {
      end--;
    }
    if (end > 0 && end < name.size() && needsForm(name.subList(0, end), name.get(end))) {
      end++;
    }
    if (end > 0 && end <= LONGEST) {
      found.add(new Name(List.copyOf(name.subList(0, end)), true));
    }
  }

  /** "Gap Inc" and "Commodity Credit Corp" are no names without it, "Chrysler" is one. */
  private boolean needsForm(List<Part> name, Part form) {
    Part last = name.get(name.size() - 1);
    if (capitals.isPossessive(last.word())
        || name.stream().anyMatch(part -> capitals.isNamePart(part.token()))) {
      return false;
    }
    return name.size() < 2
        || name.stream().allMatch(part -> isGeneric(part.word()))
        || capitals.isMostlyBefore(last.word(), form.word());
  }

  private static boolean isGeneric(String word) {
    return NameWords.isNone(word) || NameWords.isDemonym(word);
  }

  private void plain(List<Part> parts, Before before, List<Name> found) {
    List<Part> name = new ArrayList<>(parts);
    while (!name.isEmpty() && isNoBeginning(name)) {
      name.remove(0);
    }
    while (!name.isEmpty() && name.get(name.size() - 1).token().form() == Form.INITIAL) {
      name.remove(name.size() - 1);
    }
    if (!name.isEmpty() && isName(name, before)) {
      name.set(0, new Part(name.get(0).token(), ""));
      found.add(new Name(List.copyOf(name), false));
    }
  }

  private boolean isNoBeginning(List<Part> name) {
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

  /** "El Cairo", "Al Qaeda", "Estados Unidos": the one is hardly ever without the other. */
  private boolean isPartOfName(NameToken functionWord, NameToken next) {
    return capitals.isMostlyAfter(functionWord.text(), next.text())
        || capitals.isMostlyBefore(functionWord.text(), next.text());
  }

  private boolean isFunctionWord(NameToken token) {
    return token.form() == Form.CAPITAL
        && WordAnalyzer.functionWords(running.language())
            .contains(token.text().toLowerCase(Locale.ROOT));
  }

  private boolean isName(List<Part> name, Before before) {
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

  private boolean isShortFor(Name name, Name full) {
    String word = name.first();
    if (full.size() == 1 || capitals.isPlace(word)) {
      return false;
    }
    return (full.last().equals(word) && isPerson(full))
        || (full.first().equals(word) && full.company());
  }

  private boolean isPerson(Name name) {
    Part first = name.parts().get(0);
    return !first.token().form().equals(Form.UPPER)
        && (first.token().form() == Form.INITIAL || capitals.isNamePart(first.token()))
        && name.parts().stream().allMatch(part -> NameRuns.isParticles(part.connector()));
  }
}
