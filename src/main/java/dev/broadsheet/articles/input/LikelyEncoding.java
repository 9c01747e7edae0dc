package dev.broadsheet.articles.input;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.util.Map;

/** What encoding bytes may have that are not UTF-8: only to be proposed. */
public final class LikelyEncoding {
  /** What most programs of Western Europe and America write. */
  private static final String COMMONEST = "windows-1252";

  /** Of a hundred; below this it is a guess about a few letters. */
  private static final int CONFIDENT = 20;

  /** Windows has the same letters in the same places, and more. */
  private static final Map<String, String> OF_WINDOWS =
      Map.of(
          "ISO-8859-1", COMMONEST,
          "ISO-8859-2", "windows-1250",
          "ISO-8859-7", "windows-1253",
          "ISO-8859-8", "windows-1255",
          "ISO-8859-8-I", "windows-1255",
          "ISO-8859-6", "windows-1256",
          "ISO-8859-9", "windows-1254");

  private LikelyEncoding() {}

  /** The name of the encoding that the letters, and the pairs of bytes, speak for most. */
  public static String of(byte[] bytes) {
    for (CharsetMatch match : new CharsetDetector().setText(bytes).detectAll()) {
      String name = OF_WINDOWS.getOrDefault(match.getName(), match.getName());
      boolean ofTexts = !name.startsWith("UTF-") && !name.startsWith("IBM");
      if (ofTexts && match.getConfidence() >= CONFIDENT) {
        return name;
      }
    }
    return COMMONEST;
  }
}
