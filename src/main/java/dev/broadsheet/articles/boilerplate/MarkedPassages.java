package dev.broadsheet.articles.boilerplate;

import dev.broadsheet.articles.boilerplate.Boilerplate.Common;
import dev.broadsheet.articles.boilerplate.Passage.Form;
import dev.broadsheet.articles.cleaning.Words;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The passages of an article's body, how common each is in its source, and what becomes of it. */
final class MarkedPassages {
  /** What is known of a passage. */
  enum Fate {
    OWN,
    /** A common sentence, which stays in a copy of others. */
    COPIED,
    FURNITURE
  }

  private final List<Passage> passages;
  private final Common[] common;
  private final Fate[] fates;

  /** All of them are the article's own as yet. */
  MarkedPassages(Boilerplate boilerplate, String source, Words title, String body) {
    passages = Passage.of(body);
    common =
        passages.stream()
            .map(passage -> boilerplate.of(source, title, passage))
            .toArray(Common[]::new);
    for (Passage paragraph : Passage.paragraphs(passages)) {
      Common whole = boilerplate.of(source, title, paragraph);
      for (int i = 0; i < common.length; i++) {
        if (passages.get(i).line() == paragraph.line() && whole.compareTo(common[i]) > 0) {
          common[i] = whole;
        }
      }
    }
    fates = new Fate[common.length];
    Arrays.fill(fates, Fate.OWN);
  }

  int size() {
    return fates.length;
  }

  Passage get(int i) {
    return passages.get(i);
  }

  Form form(int i) {
    return passages.get(i).form();
  }

  Common common(int i) {
    return common[i];
  }

  /** Whether its source has it in three articles. */
  boolean isRepeated(int i) {
    return common[i] != Common.NO;
  }

  Fate fate(int i) {
    return fates[i];
  }

  /** Whether there is such a passage, and it has this fate. */
  boolean is(int i, Fate fate) {
    return i >= 0 && i < fates.length && fates[i] == fate;
  }

  void mark(int i, Fate fate) {
    fates[i] = fate;
  }

  void mark(int from, int to, Fate fate) {
    Arrays.fill(fates, from, to, fate);
  }

  /** After the last passage of the line that this one is the first of. */
  int endOfLine(int start) {
    int end = start + 1;
    while (end < fates.length && passages.get(end).line() == passages.get(start).line()) {
      end++;
    }
    return end;
  }

  /** How many words some of them have. */
  int words(IntPredicate which) {
    int count = 0;
    for (int i = 0; i < fates.length; i++) {
      count += which.test(i) ? passages.get(i).words().count() : 0;
    }
    return count;
  }
}
