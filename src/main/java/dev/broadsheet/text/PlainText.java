package dev.broadsheet.text;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text as words are counted in it: one way to write each character, no characters that nobody
 * sees, no addresses of pages and people, no symbols of stocks, and words whole that a line's end
 * or a space has parted.
 *
 * <p>Characters that are drawn otherwise but are the same letters or digits (ligatures, full width,
 * Unicode's compatibility forms) are these letters; an apostrophe between letters is one, whichever
 * sign is used. Line ends stay.
 *
 * <p>Patterns begin with their rarest character and look back from there, which is twice as fast as
 * to look back from everywhere.
 */
public final class PlainText {
  /** Stands between the parts of a word that has a hyphen and a number: Unicode joins over it. */
  public static final char TIE = '\u203f';

  private static final int ZERO_WIDTH_SPACE = 0x200b;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200c;

  private static final String APOSTROPHES = "\u2018\u2019\u201b\u02bc\u2032`\u00b4\uff07";

  private static final Pattern LINE_HYPHEN =
      Pattern.compile("[-\u00ad](?<=\\p{L}.)[ \\t]*\\r?\\n[ \\t]*(?=\\p{Ll})");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i)\\b(?:https?|ftp):\\S*|\\bwww\\.\\S+|(?<![\\p{L}\\p{N}_.])@[\\w.]+|\\brt(?=\\s+@)");

  /** What services for news put behind the start of a text, and the word that it cuts. */
  private static final Pattern CUT =
      Pattern.compile("\\S{0,40}\\s?(?:…|\\.\\.\\.)\\s*\\[\\+\\d+ chars]");

  /**
   * What those who trade read behind a company's name: "(NYSE: GE - news)", "(GE.N: Quote, Profile,
   * Research)".
   */
  private static final Pattern QUOTATION =
      Pattern.compile(
          "\\((?:(?i:nyse|nasdaq|amex|otc|lse|tsx)[^():\\n]{0,12}:\\s*\\p{Lu}++(?!\\p{Ll})"
              + "|\\p{Lu}[\\p{L}\\d]{0,5}\\.\\p{Lu}{1,3}:\\s)[^()\\n]{0,60}\\)");

  /** "Covid-19", "F-16". */
  private static final Pattern DESIGNATION =
      Pattern.compile("-(?<=\\p{L}-)(?=\\d{1,3}(?![\\p{N}.,:/-]*\\p{N}))");

  /** Corpora made for linguists part what is contracted: "did n't", "she 's". */
  private static final Pattern PARTED =
      Pattern.compile(" (?<=\\p{L} )(?=(?:n't|'(?:s|ll|ve|re|d|m))\\b)| (?<=\\p{L}n )(?='t\\b)");

  /**
   * Statements of a program, to the end of their line: "var a = 1", "b = null;", "function () {".
   */
  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?:\\b(?:var|let|const)\\s+[\\w$]+\\s*=|\\bfunction\\s*[\\w$]*\\s*\\([\\w$, ]*\\)\\s*\\{"
              + "|(?<![\\w$.])[\\w$.]++\\s*[=:]\\s*(?:null|true|false|undefined|new\\s+\\w+\\()\\s*[;,)}]"
              + "|(?<![\\w$.])[\\w$]++\\.[\\w$]++\\([^()\\n]*\\)\\s*;).*");

  /** Accounts of banks, as the world writes them (ISO 13616). */
  private static final Pattern ACCOUNT =
      Pattern.compile("\\p{Lu}{2}(?<!\\p{L}\\p{Lu}{2})\\d{2}(?: ?[\\dA-Z]{4}){2,}");

  /** Spanish doubles the letters of abbreviations in the plural: "EE. UU." is one word. */
  private static final Pattern DOUBLED =
      Pattern.compile("(\\p{Lu})\\1(?<!\\p{L}\\p{Lu}{2})(?:\\. ?| )(\\p{Lu})\\2\\b");

  /** Plain text is emphasised so: "_never_". */
  private static final Pattern EMPHASIS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_])_+(?=[\\p{L}\\p{N}])|(?<=[\\p{L}\\p{N}])_+(?![\\p{L}\\p{N}_])");

  /** Characters that are known to stay as they are; it does not matter which thread finds out. */
  private static final boolean[] STAYS = new boolean[1 << Character.SIZE];

  private static final String GAP = " | ";

  private PlainText() {}

  /** The text in its plain form. */
  public static String of(String text) {
    var signs = new TextSigns(text);
    String plain = signs.hasHyphen() ? LINE_HYPHEN.matcher(text).replaceAll("") : text;
    plain = signs.isAscii() ? plain : unified(Normalizer.normalize(plain, Normalizer.Form.NFC));
    plain = apostrophes(plain);
    if (plain.contains("[+")) {
      plain = CUT.matcher(plain).replaceAll(GAP);
    }
    if (signs.hasAddress(plain)) {
      plain = ADDRESS.matcher(plain).replaceAll(GAP);
    }
    if (plain.indexOf('(') >= 0 && plain.indexOf(':') >= 0) {
      plain = QUOTATION.matcher(plain).replaceAll(GAP);
    }
    if (signs.hasProgram(plain)) {
      plain = PROGRAM.matcher(plain).replaceAll(GAP);
    }
    if (plain.indexOf('_') >= 0) {
      plain = EMPHASIS.matcher(plain).replaceAll(" ");
    }
    if (plain.contains(" '") || plain.contains(" n't")) {
      plain = PARTED.matcher(plain).replaceAll("");
    }
    if (signs.hasCapitalAndDigit()) {
      plain = ACCOUNT.matcher(plain).replaceAll(GAP);
    }
    if (signs.hasDoubled()) {
      plain = DOUBLED.matcher(plain).replaceAll("$1$1$2$2");
    }
    return signs.hasHyphen() ? DESIGNATION.matcher(plain).replaceAll(String.valueOf(TIE)) : plain;
  }

  private static String unified(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80 || c < STAYS.length && STAYS[c]) {
        out.append((char) c);
      } else if (Character.getType(c) == Character.FORMAT) {
        format(c, out);
      } else {
        String one = unified(c);
        if (c < STAYS.length && one.length() == 1 && one.charAt(0) == c) {
          STAYS[c] = true;
        }
        out.append(one);
      }
    }
    return out.toString();
  }

  private static String unified(int c) {
    if (c == 0x2010 || c == 0x2011) {
      return "-";
    }
    String one = Character.toString(c);
    return hasOtherForm(c) ? Normalizer.normalize(one, Normalizer.Form.NFKC) : one;
  }

  /** Persian parts a word's parts by a space without width; Thai and Khmer part words by one. */
  private static void format(int c, StringBuilder out) {
    if (out.isEmpty()) {
      return;
    }
    int before = out.codePointBefore(out.length());
    boolean parts =
        c == ZERO_WIDTH_NON_JOINER && UnicodeScript.of(before) == UnicodeScript.ARABIC
            || c == ZERO_WIDTH_SPACE && Scripts.isUnspaced(before);
    if (parts) {
      out.append(' ');
    }
  }

  /** Letters and digits but for Thai and Lao, whose vowels the compatibility form takes apart. */
  private static boolean hasOtherForm(int c) {
    Character.UnicodeBlock block = Character.UnicodeBlock.of(c);
    return block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS
        || Character.isLetterOrDigit(c)
            && block != Character.UnicodeBlock.THAI
            && block != Character.UnicodeBlock.LAO;
  }

  /**
   * An apostrophe is one between letters; where it is also a letter or a quotation mark, anywhere.
   */
  private static String apostrophes(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80 && c != '`') {
        continue;
      }
      boolean apostrophe =
          c == '\u2019'
              || c == '\u02bc'
              || (APOSTROPHES.indexOf(c) >= 0 && isLetter(text, i - 1) && isLetter(text, i + 1));
      if (apostrophe) {
        out = out == null ? new StringBuilder(text) : out;
        out.setCharAt(i, '\'');
      }
    }
    return out == null ? text : out.toString();
  }

  private static boolean isLetter(String text, int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }
}
