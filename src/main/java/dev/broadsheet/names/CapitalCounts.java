package dev.broadsheet.names;

import dev.broadsheet.names.NameToken.Form;
import dev.broadsheet.text.Nominals;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@link Capitals} counts of a word, and where in a sentence. */
final class CapitalCounts {
  /** With a small letter. */
  static final int LOWER = 0;

  /** With a capital, inside a sentence; of two words in a row, the two. */
  static final int CAPITAL = 1;

  /** In capitals. */
  static final int UPPER = 2;

  /** With "'s". */
  static final int POSSESSIVE = 3;

  /** Behind "in". */
  static final int LOCATED = 4;

  /** Behind what determines nouns, in a language where these have capitals. */
  static final int DETERMINED = 5;

  /** How many counts there are. */
  static final int COUNTS = 6;

  private CapitalCounts() {}

  /** Adds the words and pairs of some sentences to counts. */
  static void add(List<List<NameToken>> sentences, Map<String, long[]> counts, String language) {
    boolean nouns = Nominals.haveCapitals(language);
    for (List<NameToken> sentence : sentences) {
      NameToken earlier = null;
      NameToken before = null;
      NameToken capital = null;
      for (NameToken token : sentence) {
        capital = token.joined() ? capital : null;
        count(counts, before, capital, token);
        if (nouns
            && before != null
            && !isParticle(earlier)
            && token.capitalized()
            && !token.opening()
            && Determiners.are(before)) {
          add(counts, lower(token), DETERMINED);
        }
        earlier = before;
        before = token;
        capital = token.capitalized() ? token : NameRuns.isConnector(token) ? capital : null;
      }
    }
  }

  private static void count(
      Map<String, long[]> counts, NameToken before, NameToken capital, NameToken token) {
    String word = lower(token);
    if (token.form() == Form.LOWER) {
      add(counts, word, LOWER);
    } else if (token.capitalized() && !token.opening()) {
      add(counts, word, token.form() == Form.UPPER ? UPPER : CAPITAL);
      if (token.possessive()) {
        add(counts, word, POSSESSIVE);
      }
      if (before != null && token.joined() && before.text().equals("in")) {
        add(counts, word, LOCATED);
      }
      if (capital != null && !capital.opening()) {
        add(counts, lower(capital) + " " + word, CAPITAL);
      }
    }
  }

  private static void add(Map<String, long[]> counts, String word, int which) {
    counts.computeIfAbsent(word, w -> new long[COUNTS])[which]++;
  }

  /** "von" in "von der Leyen", where "der" is no article. */
  private static boolean isParticle(NameToken token) {
    return token != null && NameWords.isParticle(lower(token));
  }

  private static String lower(NameToken token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
