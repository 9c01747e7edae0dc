package dev.broadsheet.names;

import dev.broadsheet.text.StopWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;

/**
 * The words that say where a name begins and ends. They are those of all languages that have names:
 * a Spanish minister is one in an English text, too.
 */
final class NameWords {
  private static final CharArraySet TITLES = all("titles-en.txt", "titles-romance.txt");

  /** German makes one word of an office and its field; "in" may follow. */
  private static final List<String> GERMAN_OFFICES =
      List.of(
          "minister",
          "präsident",
          "kanzler",
          "sprecher",
          "sekretär",
          "direktor",
          "bürgermeister",
          "obmann");

  /** The same, for those that are offices only behind a field. */
  private static final List<String> GERMAN_OFFICES_OF_A_FIELD =
      List.of("landesrat", "stadtrat", "chef", "trainer");

  private static final CharArraySet GERMAN_NO_NAMES = StopWords.resource("no-names-de.txt");

  private static final Pattern GERMAN_ADJECTIVE = Pattern.compile("\\p{L}+(isch|lich)e[nrsm]?");

  private static final CharArraySet DEMONYMS = StopWords.resource("demonyms-en.txt");
  private static final CharArraySet NO_NAMES =
      all("no-names-en.txt", "no-names-romance.txt", "no-names-de.txt");

  /** Of centuries and popes. */
  private static final Set<String> NUMERALS =
      Set.of(
          ("II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV")
              .split(" "));

  private static final CharArraySet ROMANCE_FIELDS = StopWords.resource("fields-romance.txt");

  private static final CharArraySet HEADINGS = StopWords.resource("headings-en.txt");

  /** Only English writes them with capitals. */
  private static final CharArraySet DATES = StopWords.resource("dates-en.txt");

  private static final Set<String> COUNTRIES =
      Set.of("US", "USA", "UK", "UN", "EC", "EU", "USSR", "UAE", "EEC", "EE. UU.", "UE");

  private static final Set<String> COMPANY_FORMS =
      Set.of(
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "co",
          "cos",
          "company",
          "ltd",
          "limited",
          "plc",
          "llc",
          "lp",
          "ag",
          "sa",
          "nv",
          "bv",
          "kg",
          "gmbh",
          "spa",
          "ab",
          "oy",
          "asa",
          "as",
          "pty",
          "bhd",
          "sdn",
          "sl",
          "srl",
          "sas",
          "sarl",
          "ltda",
          "kk",
          "pte");

  /** What a minister may be for. */
  private static final Set<String> FIELDS =
      Set.of(
          "foreign",
          "finance",
          "defense",
          "defence",
          "interior",
          "trade",
          "agriculture",
          "justice",
          "health",
          "education",
          "energy",
          "commerce",
          "transport",
          "labour",
          "labor",
          "industry",
          "economy",
          "environment",
          "security",
          "planning");

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "del", "della", "der", "den", "di", "da", "do", "dos", "das", "du", "des", "la",
          "le", "von", "van", "zu", "ten", "ter", "bin", "ibn", "al", "el", "los", "las", "dei",
          "degli", "dello", "delle", "af", "av", "zur", "zum", "d'");

  private static final Set<String> CONJUNCTIONS =
      Set.of("and", "y", "e", "i", "et", "und", "en", "og", "och", "a", "oraz");

  private static final Set<String> COMPASS =
      Set.of("north south east west latin central northern southern eastern western".split(" "));

  private NameWords() {}

  /** "Minister", "Mr", "Innenministerin". */
  static boolean isTitle(String word) {
    String lower = lower(word);
    return TITLES.contains(lower) || isGermanTitle(lower);
  }

  private static boolean isGermanTitle(String lower) {
    String office = lower.endsWith("in") ? lower.substring(0, lower.length() - 2) : lower;
    return isAnyEnd(GERMAN_OFFICES, office, 0) || isAnyEnd(GERMAN_OFFICES_OF_A_FIELD, office, 1);
  }

  /** Whether a word ends with one of some, behind so many letters or more. */
  private static boolean isAnyEnd(List<String> ends, String word, int least) {
    for (String end : ends) {
      if (word.endsWith(end) && word.length() - end.length() >= least) {
        return isLetters(word);
      }
    }
    return false;
  }

  private static boolean isLetters(String word) {
    return word.chars().allMatch(Character::isLetter);
  }

  /** "Japanese", "Russians". */
  static boolean isDemonym(String word) {
    String lower = lower(word);
    return DEMONYMS.contains(lower)
        || (lower.endsWith("s") && DEMONYMS.contains(lower.substring(0, lower.length() - 1)));
  }

  /** Days and months. */
  static boolean isDate(String word) {
    return DATES.contains(lower(word));
  }

  /** Words that stand in capitals in tables, and in no name. */
  static boolean isHeading(String word) {
    return HEADINGS.contains(lower(word));
  }

  /** Words of the compass, which make another demonym of a demonym: "West German". */
  static boolean isCompass(String word) {
    return COMPASS.contains(lower(word));
  }

  /** Never a name of one word. */
  static boolean isNone(String word) {
    String lower = lower(word);
    return NO_NAMES.contains(lower)
        || ROMANCE_FIELDS.contains(lower)
        || isRating(lower)
        || NUMERALS.contains(word);
  }

  /** "baa-2", where "baa" is one. */
  private static boolean isRating(String lower) {
    int hyphen = lower.length() - 2;
    return hyphen > 1
        && lower.charAt(hyphen) == '-'
        && Character.isDigit(lower.charAt(hyphen + 1))
        && NO_NAMES.contains(lower.substring(0, hyphen));
  }

  /** "Intérieur" in "le ministre de l'Intérieur Paul Garnier". */
  static boolean isRomanceField(String word) {
    return ROMANCE_FIELDS.contains(lower(word));
  }

  /**
   * A German word with a capital that may have no article and is no name: "Ende", "Islamischer".
   */
  static boolean isGermanNone(String word) {
    return GERMAN_NO_NAMES.contains(lower(word)) || GERMAN_ADJECTIVE.matcher(word).matches();
  }

  /** "Foreign" in "Foreign Minister". */
  static boolean isField(String word) {
    return FIELDS.contains(lower(word));
  }

  /** "US" and its like, which stand before other names without being part of them. */
  static boolean isCountry(String word) {
    return COUNTRIES.contains(word);
  }

  /** "Inc", "Ltd". */
  static boolean isCompanyForm(String word) {
    return COMPANY_FORMS.contains(lower(word));
  }

  /** "von" in "Ursula von der Leyen". */
  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  /** "and" in the languages that have names; also between two that are no one name. */
  static boolean isConjunction(String word) {
    return CONJUNCTIONS.contains(word);
  }

  private static CharArraySet all(String... files) {
    var words = new CharArraySet(0, false);
    Stream.of(files).map(StopWords::resource).forEach(words::addAll);
    return CharArraySet.unmodifiableSet(words);
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
