package dev.broadsheet.articles.formats;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Lines that press databases (Nexis, Factiva, ProQuest) set about an article, and nobody else. */
enum PressMark {
  LENGTH(
      "0123456789LWlw",
      "(?i)(?:(?:length|l\u00E4nge|longueur|longitud): |WC )?\\d[\\d.,]* (?:words|w\u00F6rter|mots|palabras|parole|palavras|woorden)"),
  LOADED("Ll", "(?i)load-date: .*"),
  COPYRIGHT("CcA\u00A9(", "(?:CY \\()?(?:Copyright|\\(c\\)|\u00A9) .*\\d{4}.*|All Rights Reserved"),
  DOCUMENT("DA", "(?:AN\\s+)?Document (?=\\w*\\d)[A-Z]{2}\\w{4,40}"),
  END_OF_DOCUMENT("Ee", "(?i)end of document"),
  ONE_OF_MANY("Dd0123456789", "(?i)document \\d{1,6} of \\d{1,6}|\\d{1,6} of \\d{1,6} documents?"),
  PROQUEST("P", "ProQuest document (?:link|ID\\b.*)"),
  FULL_TEXT("Ff", "(?i)full text: .*");

  /** Lines that stand in no other text. */
  private static final Set<PressMark> CERTAIN =
      EnumSet.of(LOADED, DOCUMENT, END_OF_DOCUMENT, ONE_OF_MANY, PROQUEST);

  private static final PressMark[] ALL = values();

  private final String firstLetters;
  private final Pattern pattern;

  PressMark(String firstLetters, String regex) {
    this.firstLetters = firstLetters;
    this.pattern = Pattern.compile(regex);
  }

  /** What a line without white space around it is; by its first letter most lines are none. */
  static Optional<PressMark> of(String line) {
    for (PressMark mark : ALL) {
      if (mark.is(line)) {
        return Optional.of(mark);
      }
    }
    return Optional.empty();
  }

  /** All kinds of marks in lines. */
  static Set<PressMark> in(List<String> lines) {
    Set<PressMark> marks = EnumSet.noneOf(PressMark.class);
    lines.forEach(line -> of(line).ifPresent(marks::add));
    return marks;
  }

  /** Whether a text with it is of a press database, and no other that speaks of such things. */
  boolean isCertain() {
    return CERTAIN.contains(this);
  }

  /** Whether an article has one such line at most. */
  boolean isOfOneArticle() {
    return this == FULL_TEXT || isCertain() && this != PROQUEST;
  }

  boolean is(String line) {
    return !line.isEmpty()
        && firstLetters.indexOf(line.charAt(0)) >= 0
        && pattern.matcher(line).matches();
  }
}
