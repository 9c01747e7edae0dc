package dev.broadsheet.names;

import java.io.Serializable;
import java.util.Locale;

/**
 * A word of a sentence, as the search for names sees it. Words that are alike in all of this are
 * one object in a {@link NameBlock}, so that what is asked of a word may be kept by its place
 * there.
 */
final class NameToken implements Serializable {
  private static final long serialVersionUID = 1;

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

  private final int place;
  private final String text;
  private final String lower;
  private final Form form;
  private final boolean opening;
  private final boolean joined;
  private final boolean possessive;
  private final String tail;
  private final boolean connector;

  /** A word that is like another, at a place of its own. */
  NameToken(int place, NameToken like, boolean opening, boolean joined) {
    this.place = place;
    this.text = like.text;
    this.lower = like.lower;
    this.form = like.form;
    this.opening = opening;
    this.joined = joined;
    this.possessive = like.possessive;
    this.tail = like.tail;
    this.connector = like.connector;
  }

  /** A word that is nowhere yet. */
  NameToken(String text, Form form, boolean possessive, String tail) {
    String small = text.toLowerCase(Locale.ROOT);
    this.place = -1;
    this.text = text;
    this.lower = small.equals(text) ? text : small;
    this.form = form;
    this.opening = false;
    this.joined = false;
    this.possessive = possessive;
    this.tail = tail;
    this.connector = form == Form.LOWER && NameRuns.isConnector(text);
  }

  /** Which of the block's different words it is, from 0 on. */
  int place() {
    return place;
  }

  /** Without possessive, and an acronym without dots: "US" for "U.S.'s". */
  String text() {
    return text;
  }

  /** The text in lower case. */
  String lower() {
    return lower;
  }

  Form form() {
    return form;
  }

  /**
   * Whether it stands where any word may have a capital: at the start of a sentence or quotation,
   * after a colon, a bracket, a dash, a number, or a dot that may end a sentence.
   */
  boolean opening() {
    return opening;
  }

  /** Whether only white space is between it and the word before. */
  boolean joined() {
    return joined;
  }

  /** Whether "'s" was cut off. */
  boolean possessive() {
    return possessive;
  }

  /** What a hyphen ties to it in small letters: "-moon" in "Ki-moon", "-based"; mostly "". */
  String tail() {
    return tail;
  }

  /** Whether it may stand between the words of a name. */
  boolean isConnector() {
    return connector;
  }

  boolean capitalized() {
    return form == Form.CAPITAL || form == Form.UPPER;
  }
}
