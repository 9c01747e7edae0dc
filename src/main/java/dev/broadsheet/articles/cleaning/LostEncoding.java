package dev.broadsheet.articles.cleaning;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text in UTF-8 that somebody read as windows-1252: "sÃ¡bado" for "sábado", "â€™" for an
 * apostrophe. A line is mended where that is certain, because all its letters beyond ASCII are such
 * bytes; what is no letter, a dash or a space without a break, may be there as it was meant.
 */
public final class LostEncoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What the first of a letter's bytes is mostly shown as, in European languages. */
  private static final List<String> FIRST = List.of("Â", "Ã", "â", "Ð", "Ñ");

  /** The bytes 80 to BF, as windows-1252 shows them. */
  private static final String LATER = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

  private static final Pattern LOST =
      Pattern.compile("[Â-ß]%1$s|[à-ï]%1$s{2}|ð%1$s{3}".formatted(LATER));

  /** What a program writes for bytes that it cannot read. */
  private static final char REPLACED = '\ufffd';

  /** What was lost may be lost again. */
  private static final int ROUNDS = 3;

  /** "cittÃ di": the second byte of à is a space without a break, which became a space. */
  private static final Pattern LOST_SPACE = Pattern.compile("(?<=\\p{Ll})Ã(?=[ .,;:!?)]|$)");

  /** The space without a break, of which the second byte became a space too. */
  private static final Pattern LOST_BREAK = Pattern.compile("(?<!\\p{Lu})Â(?=\\s|$)");

  /** A closing quotation mark: windows-1252 has nothing for its last byte. */
  private static final Pattern LOST_QUOTE = Pattern.compile("â€(?:\ufffd|(?!%s))".formatted(LATER));

  /** A capital and the quotation mark after it: IRMÃ”, MENÜ“. */
  private static final Pattern DOUBTFUL = Pattern.compile("(?<=\\p{Lu})[À-ß][…‘’“”–—»]");

  private LostEncoding() {}

  /** Whether there is something that looks like it. */
  public static boolean isIn(String text) {
    return FIRST.stream().anyMatch(text::contains)
        && (LOST_SPACE.matcher(text).find()
            || LOST_QUOTE.matcher(text).find()
            || (LOST.matcher(text).find()
                && LOST.matcher(DOUBTFUL.matcher(text).replaceAll("")).find()));
  }

  /** Whether letters are gone for good. */
  public static boolean hasGaps(String text) {
    return text.indexOf(REPLACED) >= 0;
  }

  /** The text with each line mended for which that is certain. */
  public static String mended(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      for (int round = 0; round < ROUNDS && isIn(lines[i]); round++) {
        lines[i] = mendedLine(lines[i]);
      }
    }
    return String.join("\n", lines);
  }

  private static String mendedLine(String line) {
    String whole = LOST_SPACE.matcher(line).replaceAll("Ã\u00a0");
    whole = LOST_BREAK.matcher(whole).replaceAll("Â\u00a0");
    whole = LOST_QUOTE.matcher(whole).replaceAll("â€\u009d");
    var mended = new StringBuilder();
    Matcher lost = LOST.matcher(whole);
    int at = 0;
    while (lost.find()) {
      Optional<String> letter = decoded(lost.group());
      if (letter.isEmpty() || hasLetters(whole, at, lost.start())) {
        return line;
      }
      mended.append(whole, at, lost.start()).append(letter.get());
      at = lost.end();
    }
    return hasLetters(whole, at, whole.length())
        ? line
        : mended.append(whole, at, whole.length()).toString();
  }

  /** Whether there are letters beyond ASCII. */
  private static boolean hasLetters(String text, int from, int to) {
    return text.substring(from, to).codePoints().anyMatch(c -> c > 0x7f && Character.isLetter(c));
  }

  private static Optional<String> decoded(String shown) {
    ByteBuffer bytes = ByteBuffer.allocate(shown.length());
    for (char c : shown.toCharArray()) {
      // C1 controls stand for the five bytes that windows-1252 leaves open.
      bytes.put(c < 0x100 ? (byte) c : WINDOWS.encode(String.valueOf(c)).get());
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
