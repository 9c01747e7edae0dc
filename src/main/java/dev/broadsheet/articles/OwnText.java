package dev.broadsheet.articles;

import dev.broadsheet.articles.Boilerplate.Common;
import dev.broadsheet.articles.Passage.Form;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

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
  /** What is known of a passage. */
  private enum Fate {
    OWN,
    /** A common sentence, which stays in a copy of others. */
    COPIED,
    FURNITURE
  }

  /** So many lines one after another, each repeated and short, are a menu. */
  private static final int MENU = 4;

  private static final int SHORT = 12;

  private final String body;
  private final List<Passage> passages;
  private final Common[] common;
  private final Fate[] fates;
  private final Words title;

  private OwnText(Boilerplate boilerplate, String source, String title, String body) {
    this.body = body;
    this.title = Passage.words(title);
    passages = Passage.of(body);
    common =
        passages.stream()
            .map(passage -> boilerplate.of(source, this.title, passage))
            .toArray(Common[]::new);
    for (Passage paragraph : Passage.paragraphs(passages)) {
      Common whole = boilerplate.of(source, this.title, paragraph);
      for (int i = 0; i < common.length; i++) {
        if (passages.get(i).line() == paragraph.line() && whole.compareTo(common[i]) > 0) {
          common[i] = whole;
        }
      }
    }
    fates = new Fate[common.length];
    Arrays.fill(fates, Fate.OWN);
  }

  /** The text of an article's body; the body itself where nothing is cut. */
  static String of(Boilerplate boilerplate, String source, String title, String body) {
    var text = new OwnText(boilerplate, source, title, body);
    if (Arrays.stream(text.common).allMatch(Common.NO::equals)) {
      return body;
    }
    text.findCommon();
    text.findMenus();
    text.findRestsOfLines();
    text.findEnclosed();
    text.findEnds();
    return text.cut();
  }

  private Form form(int i) {
    return passages.get(i).form();
  }

  private boolean is(int i, Fate fate) {
    return i >= 0 && i < fates.length && fates[i] == fate;
  }

  private void findCommon() {
    for (int i = 0; i < fates.length; i++) {
      boolean few = passages.get(i).words().count() < Passage.FEW_WORDS;
      if (common[i] == Common.EVERYWHERE) {
        fates[i] = Fate.FURNITURE;
      } else if (common[i] == Common.YES && form(i) == Form.LINE && !few) {
        fates[i] = Fate.FURNITURE;
      } else if (common[i] == Common.YES && passages.get(i).isSentence()) {
        fates[i] = Fate.COPIED;
      }
    }
  }

  /** Short lines are a menu together, and beside other furniture; alone they may head a text. */
  private void findMenus() {
    boolean[] repeated = repeatedLines();
    for (int start = 0; start < fates.length; ) {
      int end = start;
      while (end < fates.length && repeated[end]) {
        end++;
      }
      if (end > start && passages.get(end - 1).line() - passages.get(start).line() >= MENU - 1) {
        Arrays.fill(fates, start, end, Fate.FURNITURE);
      }
      start = end + 1;
    }
    spread(i -> is(i - 1, Fate.FURNITURE) || i == fates.length - 1);
    for (int i = fates.length - 1; i >= 0; i--) {
      if (isShortCommonLine(i) && is(i + 1, Fate.FURNITURE)) {
        fates[i] = Fate.FURNITURE;
      }
    }
  }

  private void spread(IntPredicate beside) {
    for (int i = 0; i < fates.length; i++) {
      if (isShortCommonLine(i) && beside.test(i)) {
        fates[i] = Fate.FURNITURE;
      }
    }
  }

  /** Which passages are of short lines that are repeated as a whole, or furniture. */
  private boolean[] repeatedLines() {
    boolean[] repeated = new boolean[fates.length];
    for (int start = 0; start < fates.length; start = endOfLine(start)) {
      int end = endOfLine(start);
      boolean whole = true;
      int words = 0;
      for (int i = start; i < end; i++) {
        whole &=
            fates[i] == Fate.FURNITURE
                || common[i] != Common.NO
                || (end - start > 1 && form(i) == Form.SHORT_SENTENCE);
        words += passages.get(i).words().count();
      }
      boolean menu =
          whole && (words <= SHORT || form(start) == Form.LINE || is(start, Fate.FURNITURE));
      Arrays.fill(repeated, start, end, menu);
    }
    return repeated;
  }

  private int endOfLine(int start) {
    int end = start + 1;
    while (end < fates.length && passages.get(end).line() == passages.get(start).line()) {
      end++;
    }
    return end;
  }

  private boolean isShortCommonLine(int i) {
    return form(i) == Form.LINE && common[i] == Common.YES;
  }

  /** Where a part of a line is common, the rest that is repeated, or short, goes with it. */
  private void findRestsOfLines() {
    for (int start = 0; start < fates.length; start = endOfLine(start)) {
      finishLine(start, endOfLine(start));
    }
  }

  private void finishLine(int start, int end) {
    Fate line = Fate.OWN;
    for (int i = start; i < end; i++) {
      boolean goes = fates[i] != Fate.OWN || common[i] != Common.NO;
      if (!goes && form(i) != Form.SHORT_SENTENCE) {
        return;
      }
      line = fates[i].compareTo(line) > 0 ? fates[i] : line;
    }
    if (line != Fate.OWN) {
      Arrays.fill(fates, start, end, line);
    }
  }

  /** What is repeated between furniture on both sides, such as the teasers of other articles. */
  private void findEnclosed() {
    for (int i = 0; i < fates.length; i++) {
      boolean before = is(i - 1, Fate.FURNITURE);
      boolean after = is(i + 1, Fate.FURNITURE);
      boolean enclosed =
          (before || i == 0) && (after || i == fates.length - 1) && (before || after);
      if (fates[i] != Fate.FURNITURE && common[i] != Common.NO && enclosed) {
        fates[i] = Fate.FURNITURE;
      }
    }
  }

  /** What five articles have at an end, with furniture among it, unless it is most of the text. */
  private void findEnds() {
    int start = 0;
    while (start < fates.length && isOften(start)) {
      start++;
    }
    int end = fates.length;
    while (end > start && isOften(end - 1)) {
      end--;
    }
    int left = words(from(start, end));
    fill(0, start, left);
    fill(end, fates.length, left);
  }

  private boolean isOften(int i) {
    return fates[i] == Fate.FURNITURE || common[i].compareTo(Common.OFTEN) >= 0;
  }

  private static IntPredicate from(int start, int end) {
    return i -> i >= start && i < end;
  }

  private void fill(int start, int end, int left) {
    IntPredicate furniture = i -> fates[i] == Fate.FURNITURE;
    IntPredicate here = from(start, end);
    if (words(here.and(furniture)) > 0 && words(here.and(furniture.negate())) < left) {
      Arrays.fill(fates, start, end, Fate.FURNITURE);
    }
  }

  private String cut() {
    int own = words(i -> fates[i] == Fate.OWN && !isTitle(i));
    int copied = words(i -> fates[i] == Fate.COPIED);
    if (own == 0) {
      return words(i -> fates[i] != Fate.OWN) == 0 ? body : "";
    }
    boolean copy = copied > own;
    IntPredicate stays = i -> fates[i] == Fate.OWN || (copy && fates[i] == Fate.COPIED);
    if (words(i -> stays.test(i) && passages.get(i).isSentence()) == 0
        || words(stays) == words(i -> true)) {
      return body;
    }
    var text = new StringBuilder();
    for (int i = 0; i < fates.length; i++) {
      if (stays.test(i)) {
        text.append(body, passages.get(i).start(), passages.get(i).end());
      }
    }
    return text.toString().strip();
  }

  private boolean isTitle(int i) {
    return Arrays.equals(passages.get(i).words().hashes(), title.hashes());
  }

  private int words(IntPredicate which) {
    int count = 0;
    for (int i = 0; i < fates.length; i++) {
      count += which.test(i) ? passages.get(i).words().count() : 0;
    }
    return count;
  }
}
