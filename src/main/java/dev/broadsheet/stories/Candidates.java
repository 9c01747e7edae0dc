package dev.broadsheet.stories;

import dev.broadsheet.shuffle.LongList;
import java.io.Serializable;

/** Pairs of articles that may be of one story, by their keys, in arrays: no pair is an object. */
public final class Candidates implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] earlier;
  private final long[] later;
  private final boolean[] fresh;

  private Candidates(Builder built) {
    earlier = built.earlier.toArray();
    later = built.later.toArray();
    fresh = new boolean[earlier.length];
    long[] marks = built.fresh.toArray();
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] = marks[i] != 0;
    }
  }

  /** How many pairs there are. */
  public int size() {
    return earlier.length;
  }

  long earlier(int pair) {
    return earlier[pair];
  }

  long later(int pair) {
    return later[pair];
  }

  /** Whether they share more than a form. */
  boolean isFresh(int pair) {
    return fresh[pair];
  }

  /** One pair alone. */
  Candidates only(int pair) {
    return new Candidates(new Builder().add(this, pair));
  }

  /** Collects pairs. */
  static final class Builder {
    private final LongList earlier = new LongList();
    private final LongList later = new LongList();
    private final LongList fresh = new LongList();

    Builder add(long one, long other, boolean isFresh) {
      earlier.add(one);
      later.add(other);
      fresh.add(isFresh ? 1 : 0);
      return this;
    }

    Builder add(Candidates some, int pair) {
      return add(some.earlier[pair], some.later[pair], some.fresh[pair]);
    }

    Candidates build() {
      return new Candidates(this);
    }
  }
}
