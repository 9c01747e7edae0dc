package dev.broadsheet.text;

/** Takes the terms of texts, one after another. */
interface Terms {
  /**
   * A number for a term and one way to write it, which are the same from then on.
   *
   * @param surface how it is written, with the marks of {@link Surfaces}
   */
  int form(String term, String surface);

  /**
   * The next term of the text.
   *
   * @param form its number
   * @param position of terms that are next to each other, positions differ by 1
   */
  void add(int form, int position);
}
