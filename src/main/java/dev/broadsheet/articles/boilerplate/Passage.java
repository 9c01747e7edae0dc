package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.articles.cleaning.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a text that a page may repeat as it is: a sentence, or a line that is none, as menus
 * and headlines are. The passages of a text cover it, each with the white space after it.
 *
 * @param start in the text
 * @param end in the text, exclusive
 * @param line the number of the line that it is in
 */
record Passage(int start, int end, int line, Words words, Form form) {
  /** What a passage is. */
  enum Form {
    /** A whole line that is no sentence, or is one of less than four words. */
    LINE,
    /** A whole line that is a sentence, or long, or several sentences. */
    PARAGRAPH,
    /** A sentence among others of its line. */
    SENTENCE,
    /** A sentence among others of less than four words, which any text may have. */
    SHORT_SENTENCE
  }

  /** The fewest words of a passage that is the same in two texts for one reason only. */
  static final int FEW_WORDS = 4;

  private static final int LONG = 25;

  /** The number of an item in a list. */
  private static final Pattern ITEM_NUMBER = Pattern.compile("^\\s*\\d{1,2}[.)]?\\s+");

  /** The number of comments, or of pages. */
  private static final Pattern IN_BRACKETS = Pattern.compile("\\(\\d+\\)");

  /** The passages of a text, in its order; each has words. */
  static List<Passage> of(String text) {
    List<Passage> passages = new ArrayList<>();
    int line = 0;
    for (int[] range : PassageEnds.lines(text)) {
      for (int[] item : PassageEnds.items(text, range)) {
        List<int[]> sentences = PassageEnds.sentences(text, item);
        joinItemNumber(text, sentences);
        for (int[] sentence : sentences) {
          add(passages, text, sentence, line, sentences.size() == 1);
        }
        line++;
      }
    }
    return passages;
  }

  /** Of the passages of a text, its lines of several sentences, each as one passage. */
  static List<Passage> paragraphs(List<Passage> passages) {
    List<Passage> paragraphs = new ArrayList<>();
    for (int start = 0; start < passages.size(); ) {
      int end = start + 1;
      while (end < passages.size() && passages.get(end).line == passages.get(start).line) {
        end++;
      }
      Words words =
          Words.joined(passages.subList(start, end).stream().map(Passage::words).toList());
      if (end - start > 1 && words.count() >= FEW_WORDS) {
        Passage first = passages.get(start);
        paragraphs.add(
            new Passage(first.start, passages.get(end - 1).end, first.line, words, Form.PARAGRAPH));
      }
      start = end;
    }
    return paragraphs;
  }

  /** "1. " is not a sentence. */
  private static void joinItemNumber(String text, List<int[]> sentences) {
    int[] first = sentences.get(0);
    if (sentences.size() > 1 && ITEM_NUMBER.matcher(text).region(first[0], first[1]).matches()) {
      sentences.get(1)[0] = first[0];
      sentences.remove(0);
    }
  }

  private static void add(
      List<Passage> passages, String text, int[] range, int line, boolean whole) {
    String written = text.substring(range[0], range[1]);
    Words words = words(written);
    if (words.count() > 0) {
      passages.add(new Passage(range[0], range[1], line, words, form(written, words, whole)));
    } else if (!passages.isEmpty()) {
      Passage last = passages.remove(passages.size() - 1);
      passages.add(new Passage(last.start, range[1], last.line, last.words, last.form));
    }
  }

  /** The words of a passage, without what counts or numbers it. */
  static Words words(String written) {
    String plain =
        PassageEnds.beginsWithDigit(written)
            ? ITEM_NUMBER.matcher(written).replaceFirst("")
            : written;
    return Words.of(plain.indexOf('(') < 0 ? plain : IN_BRACKETS.matcher(plain).replaceAll(" "));
  }

  private static Form form(String written, Words words, boolean whole) {
    boolean few = words.count() < FEW_WORDS;
    if (!whole) {
      return few ? Form.SHORT_SENTENCE : Form.SENTENCE;
    }
    boolean sentence = PassageEnds.isEnded(written) || words.count() > LONG;
    return few || !sentence ? Form.LINE : Form.PARAGRAPH;
  }

  /** Whether it tells something: a sentence of four words or more. */
  boolean isSentence() {
    return form == Form.PARAGRAPH || form == Form.SENTENCE;
  }
}
