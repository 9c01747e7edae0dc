package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The runs of capitalised words of a sentence, with the small words that join them: "Bank of
 * England", "Ursula von der Leyen", "Securities and Exchange Commission". A run ends at a sign, a
 * possessive, a date, and after "US" and its like.
 */
final class NameRuns {
  /** A word of a run, and the small words before it: "" or "of the". */
  record Part(NameToken token, String connector) {
    String word() {
      return token.text();
    }
  }

  private static final int MOST_CONNECTORS = 3;
  private static final Set<String> CONNECTORS =
      Set.of("of", "the", "&", "for", "on", "para", "pour", "per");

  private final Capitals capitals;
  private final NameKinds kinds;

  NameRuns(Capitals capitals, NameKinds kinds) {
    this.capitals = capitals;
    this.kinds = kinds;
  }

  /** Whether a word in small letters may stand between the words of a name. */
  static boolean isConnector(String word) {
    return CONNECTORS.contains(word) || NameWords.isConjunction(word) || NameWords.isParticle(word);
  }

  List<List<Part>> of(NameBlock.Sentence sentence) {
    List<List<Part>> runs = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      if (!kinds.is(sentence, i, NameKinds.BEGINS)) {
        i++;
        continue;
      }
      List<Part> run = new ArrayList<>();
      run.add(new Part(sentence.get(i++), ""));
      int more = following(sentence, i, run);
      while (more > 0) {
        run.add(new Part(sentence.get(i + more - 1), text(sentence, i, i + more - 1)));
        i += more;
        more = following(sentence, i, run);
      }
      if (isNumbered(sentence, i)) {
        run.add(new Part(sentence.get(i++), ""));
      }
      runs.add(run);
    }
    return runs;
  }

  /** Whether the number at i is part of the name before it. */
  private boolean isNumbered(List<NameToken> sentence, int i) {
    return i < sentence.size()
        && sentence.get(i).form() == Form.NUMBER
        && sentence.get(i).joined()
        && isNamePart(sentence.get(i - 1))
        && capitals.isNumbered(sentence.get(i - 1).text(), sentence.get(i).text());
  }

  private static String text(List<NameToken> sentence, int from, int to) {
    if (to - from < 2) {
      return from == to ? "" : sentence.get(from).text();
    }
    return String.join(" ", sentence.subList(from, to).stream().map(NameToken::text).toList());
  }

  /** How many tokens from i go on with the run: the last is its next word; 0 if it ends. */
  private int following(List<NameToken> sentence, int i, List<Part> run) {
    int next = i;
    while (next < sentence.size()
        && next - i < MOST_CONNECTORS
        && sentence.get(next).joined()
        && sentence.get(next).isConnector()) {
      next++;
    }
    NameToken last = run.get(run.size() - 1).token();
    if (next == sentence.size()
        || !continues(sentence, next, last)
        || kinds.is(last, NameKinds.COUNTRY)) {
      return 0;
    }
    String connectors = text(sentence, i, next);
    boolean joins =
        next == i
            || joins(last, connectors, sentence.get(next))
                && !(NameWords.isConjunction(connectors)
                    && run.size() > 1
                    && run.get(run.size() - 1).connector().isEmpty()
                    && beginsOther(sentence, next));
    return joins ? next - i + 1 : 0;
  }

  /** "United States and Great Britain": behind a name of two words, another one begins. */
  private boolean beginsOther(List<NameToken> sentence, int i) {
    return i + 1 < sentence.size()
        && sentence.get(i + 1).joined()
        && sentence.get(i + 1).capitalized()
        && isNamePart(sentence.get(i + 1))
        && !kinds.is(sentence.get(i + 1), NameKinds.COMPANY_FORM);
  }

  private boolean isNamePart(NameToken token) {
    return kinds.is(token, NameKinds.NAME_PART);
  }

  private boolean continues(List<NameToken> sentence, int i, NameToken last) {
    NameToken token = sentence.get(i);
    if (!token.joined() || !kinds.is(token, NameKinds.INSIDE) || !goesOn(last, token)) {
      return false;
    }
    if (kinds.is(token, NameKinds.DATE)) {
      boolean numbered = i + 1 < sentence.size() && sentence.get(i + 1).form() == Form.NUMBER;
      return token.text().equals("May") && kinds.is(last, NameKinds.PROPER) && !numbered;
    }
    return true;
  }

  /** A possessive ends a name, but for "Moody's" and "Farmers' Union". */
  private boolean goesOn(NameToken last, NameToken next) {
    return !last.possessive()
        || capitals.isPossessive(last.text())
        || capitals.isMostlyBefore(last.text(), next.text());
  }

  private boolean joins(NameToken last, String connectors, NameToken next) {
    boolean common = !isNamePart(last);
    boolean together = capitals.isMostlyAfter(last.text(), next.text());
    return switch (connectors) {
      case "&" -> true;
      case "of", "of the", "for", "for the" ->
          common || together || kinds.is(last, NameKinds.TITLE) || last.possessive();
      case "para",
          "para a",
          "para el",
          "para la",
          "para o",
          "pour",
          "pour la",
          "pour le",
          "per",
          "per la" ->
          common || together && last.form() == Form.CAPITAL;
      case "on", "on the" -> (common && !isNamePart(next)) || together;
      case "and the" -> conjoins(last, next);
      // An article in "Bashar al Asad", a preposition in "Mattarella al Quirinale".
      case "al" -> together || capitals.isMostlyBefore(last.text(), next.text());
      default ->
          NameWords.isConjunction(connectors)
              ? conjoins(last, next)
              : isParticles(connectors) && !(capitals.areOfNouns() && common);
    };
  }

  private boolean conjoins(NameToken last, NameToken next) {
    return kinds.is(next, NameKinds.COMPANY_FORM)
        || last.text().equals(next.text())
        || (!isNamePart(last) && !isNamePart(next))
        || capitals.isNearlyAlwaysAfter(last.text(), next.text());
  }

  /** Whether small words join the parts of a person's name; also where there are none. */
  static boolean isParticles(String connectors) {
    return connectors.isEmpty()
        || Arrays.stream(connectors.split(" ")).allMatch(NameWords::isParticle);
  }
}
