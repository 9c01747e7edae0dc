package dev.broadsheet.articles;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Text in UTF-8 that somebody read as windows-1252: "sÃ¡bado" for "sábado", "â€™" for an
 * apostrophe. A line is mended where that is certain, because all its letters beyond ASCII are such
 * bytes and together are UTF-8.
 */
final class LostEncoding {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** What the first of a letter's bytes is mostly shown as, in European languages. */
  static final String FIRST = "ÂÃâÐÑ";

  /** The bytes 80 to BF, as windows-1252 shows them. */
  private static final String LATER = "[\\u0080-\\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]";

  private static final Pattern LOST =
      Pattern.compile("[Â-ß]%1$s|[à-ï]%1$s{2}|ð%1$s{3}".formatted(LATER));

  /** "cittÃ di": the second byte of à is a space without a break, which became a space. */
  private static final Pattern LOST_SPACE = Pattern.compile("(?<=\\p{Ll})Ã(?=[ .,;:!?)]|$)");

  /** A capital and the quotation mark after it: IRMÃ”, MENÜ“. */
  private static final Pattern DOUBTFUL = Pattern.compile("(?<=\\p{Lu})[À-ß][…‘’“”–—»]");

  private LostEncoding() {}

  /** Whether there is something that looks like it. */
  static boolean isIn(String text) {
    return text.chars().anyMatch(c -> FIRST.indexOf(c) >= 0)
        && (LOST_SPACE.matcher(text).find()
            || LOST.matcher(DOUBTFUL.matcher(text).replaceAll("")).find());
  }

  /** The text with each line mended for which that is certain. */
  static String mended(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (isIn(lines[i])) {
        lines[i] = mendedLine(lines[i]).orElse(lines[i]);
      }
    }
    return String.join("\n", lines);
  }

  private static Optional<String> mendedLine(String line) {
    String spaced = LOST_SPACE.matcher(line).replaceAll("Ã\u00a0");
    ByteBuffer bytes = ByteBuffer.allocate(4 * spaced.length());
    for (int i = 0; i < spaced.length(); i++) {
      char c = spaced.charAt(i);
      if (c < 0x100) {
        // C1 controls stand for the five bytes that windows-1252 leaves open.
        bytes.put((byte) c);
      } else if (WINDOWS.newEncoder().canEncode(c)) {
        bytes.put(WINDOWS.encode(CharBuffer.wrap(new char[] {c})));
      } else {
        return Optional.empty();
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
