package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.articles.boilerplate.Boilerplate.Common;
import dev.broadsheet.articles.boilerplate.MarkedPassages.Fate;
import dev.broadsheet.articles.boilerplate.Passage.Form;
import dev.broadsheet.articles.cleaning.Words;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The part of an article that is its own: without the passages that its source repeats.
 *
 * <p>Cut in any case is the furniture of the page: common lines, sentences that are everywhere,
 * what is repeated between these, and what is repeated beside these at either end of the text.
 * Common sentences are cut too, unless they are more than what is the article's own: then it is a
 * copy of others, such as a reprint or a form that was filled in. An article that would be left
 * without a sentence, a table for instance, stays whole; one of which nothing is its own has no
 * text.
 */
final class OwnText {
  /** So many lines one after another, each repeated and short, are a menu. */
  private static final int MENU = 4;

  private static final int SHORT = 12;

  private final String body;
  private final Words title;
  private final MarkedPassages passages;

  private OwnText(Boilerplate boilerplate, String source, String title, String body) {
    this.body = body;
    this.title = Passage.words(title);
    passages = new MarkedPassages(boilerplate, source, this.title, body);
  }

  /** The text of an article's body; the body itself where nothing is cut. */
  static String of(Boilerplate boilerplate, String source, String title, String body) {
    var text = new OwnText(boilerplate, source, title, body);
    if (IntStream.range(0, text.passages.size()).noneMatch(text.passages::isRepeated)) {
      return body;
    }
    text.findCommon();
    text.findMenus();
    text.findRestsOfLines();
    text.findEnclosed();
    text.findEnds();
    return text.cut();
  }

  private void findCommon() {
    for (int i = 0; i < passages.size(); i++) {
      boolean few = passages.get(i).words().count() < Passage.FEW_WORDS;
      if (passages.common(i) == Common.EVERYWHERE) {
        passages.mark(i, Fate.FURNITURE);
      } else if (passages.common(i) == Common.YES && passages.form(i) == Form.LINE && !few) {
        passages.mark(i, Fate.FURNITURE);
      } else if (passages.common(i) == Common.YES && passages.get(i).isSentence()) {
        passages.mark(i, Fate.COPIED);
      }
    }
  }

  /** Short lines are a menu together, and beside other furniture; alone they may head a text. */
  private void findMenus() {
    boolean[] repeated = repeatedLines();
    for (int start = 0; start < passages.size(); ) {
      int end = start;
      while (end < passages.size() && repeated[end]) {
        end++;
      }
      if (end > start && passages.get(end - 1).line() - passages.get(start).line() >= MENU - 1) {
        passages.mark(start, end, Fate.FURNITURE);
      }
      start = end + 1;
    }
    spread(i -> passages.is(i - 1, Fate.FURNITURE) || i == passages.size() - 1);
    for (int i = passages.size() - 1; i >= 0; i--) {
      if (isShortCommonLine(i) && passages.is(i + 1, Fate.FURNITURE)) {
        passages.mark(i, Fate.FURNITURE);
      }
    }
  }

  private void spread(IntPredicate beside) {
    for (int i = 0; i < passages.size(); i++) {
      if (isShortCommonLine(i) && beside.test(i)) {
        passages.mark(i, Fate.FURNITURE);
      }
    }
  }

  /** Which passages are of short lines that are repeated as a whole, or furniture. */
  private boolean[] repeatedLines() {
    boolean[] repeated = new boolean[passages.size()];
    for (int start = 0; start < passages.size(); start = passages.endOfLine(start)) {
      int end = passages.endOfLine(start);
      boolean whole = true;
      int words = 0;
      for (int i = start; i < end; i++) {
        whole &=
            passages.fate(i) == Fate.FURNITURE
                || passages.isRepeated(i)
                || (end - start > 1 && passages.form(i) == Form.SHORT_SENTENCE);
        words += passages.get(i).words().count();
      }
      boolean menu =
          whole
              && (words <= SHORT
                  || passages.form(start) == Form.LINE
                  || passages.is(start, Fate.FURNITURE));
      Arrays.fill(repeated, start, end, menu);
    }
    return repeated;
  }

  private boolean isShortCommonLine(int i) {
    return passages.form(i) == Form.LINE && passages.common(i) == Common.YES;
  }

  /** Where a part of a line is common, the rest that is repeated, or short, goes with it. */
  private void findRestsOfLines() {
    for (int start = 0; start < passages.size(); start = passages.endOfLine(start)) {
      finishLine(start, passages.endOfLine(start));
    }
  }

  private void finishLine(int start, int end) {
    Fate line = Fate.OWN;
    for (int i = start; i < end; i++) {
      boolean goes = passages.fate(i) != Fate.OWN || passages.isRepeated(i);
      if (!goes && passages.form(i) != Form.SHORT_SENTENCE) {
        return;
      }
      line = passages.fate(i).compareTo(line) > 0 ? passages.fate(i) : line;
    }
    if (line != Fate.OWN) {
      passages.mark(start, end, line);
    }
  }

  /** What is repeated between furniture on both sides, such as the teasers of other articles. */
  private void findEnclosed() {
    for (int i = 0; i < passages.size(); i++) {
      boolean before = passages.is(i - 1, Fate.FURNITURE);
      boolean after = passages.is(i + 1, Fate.FURNITURE);
      boolean enclosed =
          (before || i == 0) && (after || i == passages.size() - 1) && (before || after);
      if (passages.fate(i) != Fate.FURNITURE && passages.isRepeated(i) && enclosed) {
        passages.mark(i, Fate.FURNITURE);
      }
    }
  }

  /** What five articles have at an end, with furniture among it, unless it is most of the text. */
  private void findEnds() {
    int start = 0;
    while (start < passages.size() && isOften(start)) {
      start++;
    }
    int end = passages.size();
    while (end > start && isOften(end - 1)) {
      end--;
    }
    int left = passages.words(from(start, end));
    fill(0, start, left);
    fill(end, passages.size(), left);
  }

  private boolean isOften(int i) {
    return passages.fate(i) == Fate.FURNITURE || passages.common(i).compareTo(Common.OFTEN) >= 0;
  }

  private static IntPredicate from(int start, int end) {
    return i -> i >= start && i < end;
  }

  private void fill(int start, int end, int left) {
    IntPredicate furniture = i -> passages.fate(i) == Fate.FURNITURE;
    IntPredicate here = from(start, end);
    if (passages.words(here.and(furniture)) > 0
        && passages.words(here.and(furniture.negate())) < left) {
      passages.mark(start, end, Fate.FURNITURE);
    }
  }

  private String cut() {
    int own = passages.words(i -> passages.fate(i) == Fate.OWN && !isTitle(i));
    int copied = passages.words(i -> passages.fate(i) == Fate.COPIED);
    if (own == 0) {
      return passages.words(i -> passages.fate(i) != Fate.OWN) == 0 ? body : "";
    }
    boolean copy = copied > own;
    IntPredicate stays =
        i -> passages.fate(i) == Fate.OWN || (copy && passages.fate(i) == Fate.COPIED);
    if (passages.words(i -> stays.test(i) && passages.get(i).isSentence()) == 0
        || passages.words(stays) == passages.words(i -> true)) {
      return body;
    }
    var text = new StringBuilder();
    for (int i = 0; i < passages.size(); i++) {
      if (stays.test(i)) {
        text.append(body, passages.get(i).start(), passages.get(i).end());
      }
    }
    return text.toString().strip();
  }

  private boolean isTitle(int i) {
    return Arrays.equals(passages.get(i).words().hashes(), title.hashes());
  }
}
