package dev.broadsheet.names;

import dev.broadsheet.names.NameRuns.Part;
import dev.broadsheet.names.NameToken.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the names of the articles of a block, one by one: cuts its runs of capitalised words at
 * titles, takes off what is no part of a name, and keeps those that the corpus's {@link Capitals}
 * bear out. A name of one word that is the last name of a person or the first of a company of the
 * same article is that one.
 */
final class NameFinder {
  private final NameBlock block;
  private final Capitals capitals;
  private final NameKinds kinds;
  private final NameRuns runs;
  private final NameEvidence evidence;
  private final Map<List<Part>, List<Name>> ofRuns = new HashMap<>();

  /** By places of the block, of runs of one word. */
  private final List<List<Name>> ofWords;

  /** By name as an object: those of equal runs are the same. */
  private final Map<Name, String> shown = new IdentityHashMap<>();

  NameFinder(NameBlock block, Capitals capitals, String language) {
    this.block = block;
    this.capitals = capitals;
    this.ofWords = new ArrayList<>(Collections.nCopies(block.words(), null));
    this.kinds = new NameKinds(block, capitals, language);
    this.runs = new NameRuns(capitals, kinds);
    this.evidence = new NameEvidence(language, capitals, kinds);
  }

  /** The names of one of the block's articles, each once, in the order of the alphabet. */
  SortedSet<String> names(int article) {
    List<Name> found = new ArrayList<>();
    block
        .sentences(article)
        .forEach(sentence -> runs.of(sentence).forEach(run -> found.addAll(names(run))));
    Map<String, List<Name>> whole = byEnds(found);
    SortedSet<String> names = new TreeSet<>();
    for (Name name : found) {
      List<Name> likely = whole.getOrDefault(name.first(), List.of());
      if (name.size() > 1 || likely.stream().noneMatch(full -> isShortFor(name, full))) {
        names.add(shown.computeIfAbsent(name, one -> one.shown(capitals)));
      }
    }
    return names;
  }

  /** The names of a run, which are the same wherever in the block it is. */
  private List<Name> names(List<Part> run) {
    if (run.size() > 1) {
      return ofRuns.computeIfAbsent(run, this::found);
    }
    int place = run.get(0).token().place();
    if (ofWords.get(place) == null) {
      ofWords.set(place, found(run));
    }
    return ofWords.get(place);
  }

  private List<Name> found(List<Part> run) {
    List<Name> found = new ArrayList<>();
    cutAtTitles(run, found);
    return found;
  }

  /**
   * The names of several words by their first and last: a text of megabytes has too many to compare
   * each with each.
   */
  private static Map<String, List<Name>> byEnds(List<Name> found) {
    Map<String, List<Name>> ends = new HashMap<>();
    for (Name name : found) {
      if (name.size() > 1) {
        ends.computeIfAbsent(name.first(), word -> new ArrayList<>()).add(name);
        ends.computeIfAbsent(name.last(), word -> new ArrayList<>()).add(name);
      }
    }
    return ends;
  }

  private void cutAtTitles(List<Part> run, List<Name> found) {
    var before = NameEvidence.Before.NOTHING;
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
        before = NameEvidence.Before.TITLE;
      } else {
        i++;
      }
    }
    cutAtCompanyForms(run.subList(from, run.size()), before, found);
  }

  /** "Speaker" is a title, "Representatives" in "House of Representatives" is none. */
  private boolean isTitle(List<Part> run, int i) {
    Part part = run.get(i);
    boolean general = part.word().equals("General") && i > 0 && isTitle(run, i - 1);
    return (general || kinds.is(part, NameKinds.TITLE))
        && !part.connector().startsWith("of")
        && !part.connector().startsWith("for");
  }

  /** Before a title is an institution ("Treasury Secretary") or a field ("Foreign Minister"). */
  private void office(List<Part> parts, List<Name> found) {
    int end = parts.size();
    while (end > 0 && kinds.is(parts.get(end - 1), NameKinds.FIELD)) {
      end--;
    }
    List<Part> rest = parts.subList(0, end);
    if (kinds.isAny(rest, NameKinds.NAME_PART)) {
      cutAtCompanyForms(rest, NameEvidence.Before.NOTHING, found);
    }
  }

  private void cutAtCompanyForms(List<Part> parts, NameEvidence.Before before, List<Name> found) {
    int from = 0;
    for (int i = 1; i < parts.size(); i++) {
      boolean ends = i + 1 == parts.size() || !kinds.is(parts.get(i + 1), NameKinds.COMPANY_FORM);
      if (kinds.is(parts.get(i), NameKinds.COMPANY_FORM) && ends) {
        company(parts.subList(from, i + 1), found);
        from = i + 1;
      }
    }
    plain(parts.subList(from, parts.size()), before, found);
  }

  private void company(List<Part> parts, List<Name> found) {
    List<Part> name = new ArrayList<>(parts);
    while (!name.isEmpty() && kinds.is(name.get(0), NameKinds.FUNCTION_WORD)) {
      name.remove(0);
    }
    int end = name.size();
    while (end > 0 && kinds.is(name.get(end - 1), NameKinds.COMPANY_FORM)) {
      end--;
    }
    if (end > 0 && end < name.size() && needsForm(name.subList(0, end), name.get(end))) {
      end++;
    }
    if (end > 0 && end <= NameEvidence.LONGEST) {
      found.add(new Name(List.copyOf(name.subList(0, end)), true));
    }
  }

  /** "Gap Inc" and "Commodity Credit Corp" are no names without it, "Chrysler" is one. */
  private boolean needsForm(List<Part> name, Part form) {
    Part last = name.get(name.size() - 1);
    if (capitals.isPossessive(last.word()) || kinds.isAny(name, NameKinds.NAME_PART)) {
      return false;
    }
    return name.size() < 2
        || kinds.areAll(name, NameKinds.GENERIC)
        || capitals.isMostlyBefore(last.word(), form.word());
  }

  private void plain(List<Part> parts, NameEvidence.Before before, List<Name> found) {
    if (evidence.isQualified(parts)) {
      plain(parts.subList(0, 1), NameEvidence.Before.NOTHING, found);
      plain(parts.subList(1, parts.size()), before, found);
      return;
    }
    List<Part> name = new ArrayList<>(parts);
    while (!name.isEmpty() && evidence.isNoBeginning(name)) {
      name.remove(0);
    }
    while (!name.isEmpty() && name.get(name.size() - 1).token().form() == Form.INITIAL) {
      name.remove(name.size() - 1);
    }
    if (!name.isEmpty() && evidence.isName(name, before)) {
      name.set(0, new Part(name.get(0).token(), ""));
      found.add(new Name(List.copyOf(name), false));
    }
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
        && (first.token().form() == Form.INITIAL || kinds.is(first, NameKinds.NAME_PART))
        && name.parts().stream().allMatch(part -> NameRuns.isParticles(part.connector()));
  }
}
