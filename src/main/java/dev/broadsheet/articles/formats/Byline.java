package dev.broadsheet.articles.formats;

import dev.broadsheet.dates.Dates;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines between a title and its text that say who wrote it and when, as they are copied from pages:
 * {@code By Ann Reed}, {@code Published: 5 March 2024}.
 *
 * @param date as it is written
 * @param behind the number of the line behind them
 */
record Byline(String date, int behind) {
  private static final int LONGEST = 60;
  private static final Pattern AUTHOR =
      Pattern.compile(
          "(?i:(?:written |text )?by|von|por|par|di|door|av|af|autor|auteur|author)(?::\\s*|\\s+)\\p{Lu}[^.!?]*\\.?");

  private static final String PREPOSITIONS = "(?:on|am|vom|le|el|il|em|op)";

  private static final Pattern PUBLISHED =
      Pattern.compile(
          "(?iu)(?:(?:first|last|zuletzt|article|\u00faltima|ultimo|derni\u00e8re) )?"
              + "(?:published|posted|created|updated|modified|date|publication date|ver\u00f6ffentlicht|erschienen|aktualisiert|datum|stand"
              + "|publi\u00e9|mise? \u00e0 jour|modifi\u00e9|publicado|publicada|actualizado|actualizaci\u00f3n|atualizado|fecha|data|pubblicato|aggiornato|aggiornamento"
              + "|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|udgivet|opdateret|opublikowano)"
              + "(?:\\s*:\\s*|\\s+)(?:"
              + PREPOSITIONS
              + "\\s+)?");

  /** Words before a date that do not say that it is of the article. */
  private static final Pattern OTHER_WORDS =
      Pattern.compile("\\p{L}[\\p{L} ]*(?::|\\s" + PREPOSITIONS + "\\s).*");

  /** Finds a date from a line on, be it behind the author's; empty if there is none. */
  static Optional<Byline> of(String file, List<String> lines, int from, Dates dates) {
    int at = from;
    if (at < lines.size() && isAuthor(lines.get(at))) {
      at = skipBlank(lines, at + 1);
    }
    if (at >= lines.size() - 1 || !isDate(file, lines.get(at), dates)) {
      return Optional.empty();
    }
    int behind = skipBlank(lines, at + 1);
    if (at == from && behind < lines.size() && isAuthor(lines.get(behind))) {
      behind = skipBlank(lines, behind + 1);
    }
    return behind < lines.size()
        ? Optional.of(new Byline(lines.get(at), behind))
        : Optional.empty();
  }

  private static boolean isAuthor(String line) {
    return line.length() <= LONGEST && AUTHOR.matcher(line).matches();
  }

  /** A number alone is a day in spreadsheets only; words before a date are of its publication. */
  private static boolean isDate(String file, String line, Dates dates) {
    return line.length() <= LONGEST
        && line.chars().anyMatch(Character::isDigit)
        && !line.chars().allMatch(Character::isDigit)
        && !OTHER_WORDS.matcher(withoutLabel(line)).matches()
        && dates.read(line, file, null).day().isPresent();
  }

  private static String withoutLabel(String line) {
    Matcher published = PUBLISHED.matcher(line);
    return published.lookingAt() ? line.substring(published.end()) : line;
  }

  private static int skipBlank(List<String> lines, int from) {
    int line = from;
    while (line < lines.size() && lines.get(line).isEmpty()) {
      line++;
    }
    return line;
  }
}
