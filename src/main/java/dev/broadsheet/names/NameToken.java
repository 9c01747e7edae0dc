package dev.broadsheet.names;

/**
 * A word of a sentence, as the search for names sees it.
 *
 * @param text without possessive, and an acronym without dots: "US" for "U.S.'s"
 * @param opening whether it stands where any word may have a capital: at the start of a sentence or
 *     quotation, after a colon, a bracket, a dash, a number, or a dot that may end a sentence
 * @param joined whether only white space is between it and the word before
 * @param possessive whether "'s" was cut off
 * @param tail what a hyphen ties to it in small letters: "-moon" in "Ki-moon", "-based"; mostly ""
 */
record NameToken(
    String text, Form form, boolean opening, boolean joined, boolean possessive, String tail) {
  enum Form {
    /** Begins with a small letter. */
    LOWER,
    /** Begins with a capital. */
    CAPITAL,
    /** Two capitals or more, and no small letter. */
    UPPER,
    /** One capital, with its dot where the text has one: "F.". */
    INITIAL,
    /** Has a digit; without a text unless it may be part of a name, as in "Windows 10". */
    NUMBER
  }

  boolean capitalized() {
    return form == Form.CAPITAL || form == Form.UPPER;
  }
}
