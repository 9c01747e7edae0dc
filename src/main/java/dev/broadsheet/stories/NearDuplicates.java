package dev.broadsheet.stories;

import static dev.broadsheet.stories.Signature.common;

/**
 * Decides whether two articles are versions of one text, from all their shingles.
 *
 * <p>Of n words of which a part s is left as it was, a part s³ of the shingles is. In a reprint the
 * rare words and the numbers survive as well as all the others; in two notices that fill in one
 * form it is just these that do not. So near-duplicates have
 *
 * <ul>
 *   <li>16 shingles in common, and a Jaccard similarity of 0.12 (a third of the words replaced);
 *   <li>rare words and numbers that survive no worse than s, but for what chance explains;
 *   <li>a name of either's opening in the other, if there are any, unless four fifths of the
 *       shorter one's shingles are in the other: who fills in a form is named first, and nowhere in
 *       another's;
 *   <li>if more than three days lie between them, three quarters of the shorter one's shingles:
 *       news is rewritten soon, and what is only a little alike later is a follow-up or a form.
 * </ul>
 *
 * Where all that they share is a form, they are the same text with the same numbers.
 */
final class NearDuplicates {
  private static final int LEAST_SHARED = 16;
  private static final double LEAST_SIMILAR = 0.12;
  private static final int SOON = 3;
  private static final double LATER_CONTAINED = 0.75;
  private static final double COPIED = 0.8;
  private static final double SAME_TEXT = 0.9;
  private static final double RARE_BY_CHANCE = 0.1;
  private static final double NUMBERS_BY_CHANCE = 0.15;

  private NearDuplicates() {}

  /**
   * Whether two articles are near-duplicates.
   *
   * @param fresh whether they share more than a form
   */
  static boolean are(Signature a, Signature b, boolean fresh) {
    return fresh && isReprint(a, b) || isSameForm(a, b);
  }

  private static boolean isReprint(Signature a, Signature b) {
    int shared = common(a.shingles(), b.shingles());
    if (shared < LEAST_SHARED || similarity(a, b) < LEAST_SIMILAR) {
      return false;
    }
    double containment = part(shared, Math.min(a.shingles().length, b.shingles().length));
    return cube(rare(a, b) + RARE_BY_CHANCE) >= containment
        && cube(numbers(a, b) + NUMBERS_BY_CHANCE) >= containment
        && (isOfTheSame(a, b) || containment >= COPIED)
        && (isSoon(a, b) || containment >= LATER_CONTAINED);
  }

  private static boolean isSameForm(Signature a, Signature b) {
    int numbers = common(a.numbers(), b.numbers());
    return similarity(a, b) >= SAME_TEXT
        && numbers == a.numbers().length
        && numbers == b.numbers().length;
  }

  /** The Jaccard similarity of their shingles, 0 to 1. */
  static double similarity(Signature a, Signature b) {
    int shared = common(a.shingles(), b.shingles());
    return part(shared, a.shingles().length + b.shingles().length - shared);
  }

  /** Undated articles may be of any day. */
  private static boolean isSoon(Signature a, Signature b) {
    return !a.hasDay() || !b.hasDay() || Math.abs(b.day() - a.day()) <= SOON;
  }

  private static boolean isOfTheSame(Signature a, Signature b) {
    return a.names().length == 0
        || b.names().length == 0
        || common(a.names(), b.words()) > 0
        || common(b.names(), a.words()) > 0;
  }

  /** The part of one's rare words that the other has, of whichever it is more. */
  private static double rare(Signature a, Signature b) {
    return Math.max(
        part(common(a.rare(), b.words()), a.rare().length),
        part(common(b.rare(), a.words()), b.rare().length));
  }

  /** The part of the numbers in common; one more on either side, for texts that have few. */
  private static double numbers(Signature a, Signature b) {
    double fewer = Math.min(a.numbers().length, b.numbers().length);
    return (common(a.numbers(), b.numbers()) + 1) / (fewer + 1);
  }

  private static double part(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
