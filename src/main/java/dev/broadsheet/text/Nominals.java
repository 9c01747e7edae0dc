package dev.broadsheet.text;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells terms that name something from those that say what happens, how things are, or only count
 * them, as far as their letters tell; what the corpus tells is counted with its names. For labels,
 * which are of nouns and names; a term that is taken for none is a term as before.
 *
 * <p>German and Luxembourgish write nouns with a capital, so a small letter is another word. Other
 * languages show a verb by its ending, where no nouns to speak of have the same. Abbreviations have
 * no vowel or only two small letters, and are read in tables.
 */
public final class Nominals {
  /** Languages that write every noun with a capital. */
  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

  /** Languages that have words without a vowel: "smrt", "Trst". */
  private static final Set<String> WITHOUT_VOWELS =
      Set.of("bg", "bs", "cs", "hr", "mk", "pl", "sk", "sl", "sr");

  /** Words of a language, in small letters, that are forms of verbs; such as nouns have are not. */
  private static final Map<String, Pattern> VERBS =
      Map.of(
          // "killed", "awarded"; not "seed", "hatred", "bed".
          "en", Pattern.compile("\\p{L}{3,}(?<!e|[^aeiour]r)ed"),
          // "presenciando", "aferrarse", "sometieron".
          "es",
              Pattern.compile(
                  "\\p{L}{4,}(ando|iendo|yendo|ándo|iéndo|[aeiáéí]r)(se|les?|las?|los?|nos|me|te)"
                      + "|\\p{L}{4,}(ando|iendo|yendo)|\\p{L}{3,}(aron|ieron|aban|[aeií]remos)"),
          "pt", Pattern.compile("\\p{L}{4,}(ando|indo)|\\p{L}{3,}(aram|eram|iram|avam)"),
          "it",
              Pattern.compile(
                  "\\p{L}{4,}(ando|endo)(si|lo|la|li|le|ne)?|\\p{L}{3,}[aei]r(si|lo|gli)"
                      + "|\\p{L}{3,}([aei]rono|avano|evano)"),
          "fr", Pattern.compile("\\p{L}{3,}(èrent|aient|eront|eraient)"));

  private static final Pattern SMALL = Pattern.compile("\\P{Lu}*");
  private static final Pattern SMALL_WORD = Pattern.compile("\\p{Ll}\\P{Lu}*");
  private static final Pattern SHORT = Pattern.compile("[\\p{Ll}&&\\p{IsLatin}]{1,2}");
  private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}\\p{Ll}+");
  private static final Pattern VOWEL = Pattern.compile("(?i)[aeiouyæøœ]");

  private Nominals() {}

  /** Whether every noun of a language (ISO 639-1) has a capital. */
  public static boolean haveCapitals(String language) {
    return CAPITAL_NOUNS.contains(language);
  }

  /** Whether a term, as it is shown, may name something; a phrase by its last word. */
  public static boolean mayBe(String term, String language) {
    int last = term.lastIndexOf(' ') + 1;
    if (last > 0) {
      String word = term.substring(last);
      return !(haveCapitals(language)
          ? SMALL_WORD.matcher(word).matches()
          : isVerb(word, language));
    }
    boolean small = SMALL.matcher(term).matches();
    return !(small && haveCapitals(language))
        && !(small && isVerb(term, language))
        && !SHORT.matcher(term).matches()
        && !isWithoutVowel(term, language)
        && !PhraseWords.isLoner(term, language);
  }

  /** Whether a term is a name, as a capital says where other nouns have none. */
  public static boolean isName(String term, String language) {
    return !haveCapitals(language) && !SMALL.matcher(term).matches();
  }

  private static boolean isVerb(String word, String language) {
    Pattern verbs = VERBS.get(language);
    return verbs != null && verbs.matcher(word).matches();
  }

  /** "cts", "Shr"; but "BBC" is one. */
  private static boolean isWithoutVowel(String word, String language) {
    return LATIN.matcher(word).matches()
        && !WITHOUT_VOWELS.contains(language)
        && !VOWEL.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).find();
  }
}
