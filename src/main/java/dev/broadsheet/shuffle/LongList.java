package dev.broadsheet.shuffle;

import java.util.Arrays;

/** Whole numbers in an array that grows. */
public final class LongList {
  private long[] values = new long[256];
  private int size;

  public void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  public void clear() {
    size = 0;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public int size() {
    return size;
  }

  /** A copy. */
  public long[] toArray() {
    return Arrays.copyOf(values, size);
  }

  /** A copy, the smallest first. */
  public long[] sorted() {
    return RadixSort.sorted(values, size);
  }
}
