package dev.broadsheet.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The small words that only nouns, or only verbs, have right behind them, in languages that write
 * nouns with a small letter: "the win", "to win". Closed classes: articles, pronouns, auxiliaries,
 * and prepositions where these have nouns without an article behind them.
 */
final class WordOrder {
  /** What is right behind a word. */
  enum Behind {
    NOUN,
    VERB,
    EITHER
  }

  private static final Set<String> ELIDED_ARTICLES =
      Set.of("l'", "un'", "dell'", "all'", "dall'", "nell'", "sull'", "cet'", "quest'", "quell'");

  /** Endings that more verbs have than nouns, in small letters: "filtrar", "participó". */
  private static final Map<String, Pattern> VERB_ENDINGS =
      Map.of(
          "es", Pattern.compile("\\p{Ll}{3,}([aeií]r|ó|ían|eron)"),
          "fr", Pattern.compile("\\p{Ll}{3,}([ei]r|[ei]ra|ait)"),
          "it", Pattern.compile("\\p{Ll}{3,}([aei]re|ò|[ei]vano)"),
          "pt", Pattern.compile("\\p{Ll}{3,}([aei]r|ou|iam)"));

  /** Where a verb has its object right behind it, and a noun hardly ever; but "barrels a day". */
  private static final Set<String> ENGLISH_OBJECTS =
      Set.of("the", "his", "her", "its", "their", "this", "that", "these", "those");

  private static final Map<String, Map<String, Behind>> BY_LANGUAGE =
      Map.of(
          "en",
          openers(
              "a an the this these those my your his her its our their some any no every each"
                  + " another several many few of in on at by with from for between among against"
                  + " during despite under into per",
              "to will would can could may might must should shall do does did not never i you he"
                  + " she we they who is are was were be been being has have had"),
          "es",
          openers(
              "el la los las un una unos unas del al este esta estos estas ese esa esos esas su sus"
                  + " mi cada otro otra ningún ninguna varios varias",
              "que no se le les nos me quien quienes ha han había habían haber ser fue fueron es"
                  + " son está están puede pueden debe deben a para sin"),
          "fr",
          openers(
              "le la les un une des du au aux ce cet cette ces son sa ses leur leurs mon ma notre"
                  + " nos votre vos chaque plusieurs quelques",
              "qui il elle ils elles on je tu nous vous ne se lui a ont avait avaient est sont"
                  + " était étaient été être avoir peut peuvent doit doivent va vont à pour sans"),
          "it",
          openers(
              "il lo la i gli le un uno una del dello della dei degli delle al allo alla ai agli"
                  + " alle dal dalla dai dalle nel nella nei nelle sul sulla sui sulle questo questa"
                  + " quel quella suo sua ogni alcuni alcune",
              "non si che ci vi ha hanno aveva avevano è sono era erano essere avere può possono"
                  + " deve devono viene stato stata a per senza"),
          "nl",
          openers(
              "de het een deze dit mijn jouw uw ons onze hun haar elk elke ieder iedere geen"
                  + " sommige per",
              "te ik jij je hij zij ze we wij jullie men niet word wordt worden werd werden"
                  + " is was waren heeft hebben had hadden kan kunnen kon konden moet moeten moest mag"
                  + " mogen zal zullen zou zouden wil willen wilde"),
          "pt",
          openers(
              "o a os as um uma uns umas do da dos das ao à aos às no na nas pelo pela este esta"
                  + " estes estas esse essa seu sua seus suas cada vários várias",
              "não se que foi foram é são era eram está estão ser ter tem têm pode podem deve devem"
                  + " vai vão para sem"));

  private final Map<String, Behind> openers;
  private final boolean english;
  private final Pattern verbEnding;

  private WordOrder(String language) {
    openers = BY_LANGUAGE.getOrDefault(language, Map.of());
    english = language.equals("en");
    verbEnding = VERB_ENDINGS.get(language);
  }

  private static Map<String, Behind> openers(String nouns, String verbs) {
    Map<String, Behind> openers = new HashMap<>();
    for (String word : nouns.split(" ")) {
      openers.put(word, Behind.NOUN);
    }
    for (String word : verbs.split(" ")) {
      openers.put(word, Behind.VERB);
    }
    return openers;
  }

  /** The small words of a language (ISO 639-1). */
  static WordOrder of(String language) {
    return new WordOrder(language);
  }

  /** Whether anything is known of the language. */
  boolean isKnown() {
    return !openers.isEmpty();
  }

  /** What is right behind a word in small letters. */
  Behind behind(String word) {
    return openers.getOrDefault(word, Behind.EITHER);
  }

  /**
   * Whether a word has the ending of a third person, as many nouns have: "wins", "wings". Its
   * subject is a name or a noun, where no small word tells; its object does.
   */
  boolean isThirdPerson(String word) {
    return english && word.endsWith("s");
  }

  /** Whether a word in small letters begins an object: "hits the", "sues its". */
  boolean isObject(String word) {
    return english && ENGLISH_OBJECTS.contains(word);
  }

  /** Whether a word ends as a verb in small letters, which some nouns do too. */
  boolean hasVerbEnding(String word) {
    return verbEnding != null && verbEnding.matcher(word).matches();
  }

  /** Whether an article that has lost its vowel is tied to a noun: "l'" in "l'avion". */
  boolean isElidedArticle(String article) {
    return ELIDED_ARTICLES.contains(article);
  }
}
