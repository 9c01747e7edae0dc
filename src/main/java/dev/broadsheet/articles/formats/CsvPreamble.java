package dev.broadsheet.articles.formats;

import dev.broadsheet.articles.fields.Fields;
import dev.broadsheet.articles.input.Utf8;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines about the file before its header, such as where and when it was exported: lines of one or
 * two values, above one that names title and body.
 */
record CsvPreamble(int lines, int bytes) {
  private static final CsvPreamble NONE = new CsvPreamble(0, 0);
  private static final int MOST = 12;
  private static final int MOST_VALUES = 2;

  /**
   * Looks for it at the start of a file.
   *
   * @param from where its first line begins
   */
  static CsvPreamble of(byte[] head, int from, byte[] delimiters) {
    int start = from;
    int most = 0;
    for (int line = 0; line < MOST && start < head.length; line++) {
      int end = start;
      while (end < head.length && head[end] != '\n') {
        end++;
      }
      String text = Utf8.lenient(Arrays.copyOfRange(head, start, end), end - start).strip();
      for (byte delimiter : delimiters) {
        List<String> cells = cells(text, delimiter);
        if (cells.size() > Math.max(1, most) && Fields.UNNAMED.areEnoughAmong(cells)) {
          return line == 0 || most > MOST_VALUES ? NONE : new CsvPreamble(line, start - from);
        }
      }
      for (byte delimiter : delimiters) {
        most = Math.max(most, cells(text, delimiter).size());
      }
      start = end + 1;
    }
    return NONE;
  }

  private static List<String> cells(String line, byte delimiter) {
    return Pattern.compile(Pattern.quote(String.valueOf((char) delimiter)))
        .splitAsStream(line)
        .map(CsvHeader::unquoted)
        .toList();
  }
}
