package dev.broadsheet.text;

import scala.collection.mutable.LongMap;

/**
 * Values by two numbers, each of 32 bits, or by what is packed into one of 64. Scala's map, which
 * this is, looks for a key by its halves xored: pairs of small numbers, of which many have the same
 * xor, and those of equal numbers, of which all have, would be in few places or one.
 */
public final class PairMap<V> {
  /** Odd, so different keys stay different: of 2⁶⁴, the golden ratio's part. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final LongMap<V> values = new LongMap<>();

  /** Both numbers as one. */
  public static long pair(int first, int second) {
    return (long) first << Integer.SIZE | second & 0xFFFFFFFFL;
  }

  /** How many keys have a value. */
  public int size() {
    return values.size();
  }

  /** The value of a key; null if there is none. */
  public V get(long key) {
    return values.getOrNull(SPREAD * key);
  }

  /** Gives a key a value. */
  public void put(long key, V value) {
    values.update(SPREAD * key, value);
  }
}
