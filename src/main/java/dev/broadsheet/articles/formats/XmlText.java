package dev.broadsheet.articles.formats;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML file. Bytes that are none become {@link #NO_CHARACTER}, and control
 * characters, which XML forbids, spaces: so they cost no record behind theirs.
 */
final class XmlText extends FilterReader {
  /** Unicode's own, to be no character for ever. */
  static final char NO_CHARACTER = '\uFDD0';

  private static final int MOST_OF_DECLARATION = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^\\W{0,3}<\\?xml[^>]*?\\sencoding\\s*=\\s*[\"']([\\w.:-]+)[\"']");

  private boolean begun;
  private boolean broken;

  /** The text of bytes in an encoding. */
  XmlText(InputStream bytes, Charset charset) {
    super(
        new InputStreamReader(
            bytes,
            charset
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_CHARACTER))));
  }

  /**
   * The encoding that a file declares, UTF-8 if it declares none that is known. UTF-16 is never
   * declared in truth: the declaration could not be read so.
   */
  static Charset declared(byte[] head) {
    int length = Math.min(head.length, MOST_OF_DECLARATION);
    Matcher encoding = ENCODING.matcher(new String(head, 0, length, StandardCharsets.ISO_8859_1));
    return Optional.of(encoding)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .filter(name -> !name.toUpperCase(Locale.ROOT).startsWith("UTF-16"))
        .filter(XmlText::isKnown)
        .map(Charset::forName)
        .orElse(StandardCharsets.UTF_8);
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether bytes were met that are no character. */
  boolean isBroken() {
    return broken;
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    if (!begun && read > 0) {
      begun = true;
      if (into[offset] == '\uFEFF') {
        System.arraycopy(into, offset + 1, into, offset, --read);
        if (read == 0) {
          return read(into, offset, length);
        }
      }
    }
    for (int i = offset; i < offset + read; i++) {
      char c = into[i];
      broken |= c == NO_CHARACTER;
      if (c < ' ' && c != '\n' && c != '\r' && c != '\t' || c >= '\uFFFE') {
        into[i] = ' ';
      }
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }
}
