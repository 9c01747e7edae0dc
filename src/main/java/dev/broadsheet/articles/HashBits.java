package dev.broadsheet.articles;

import java.io.Serializable;

/**
 * A set of hashes, in a bit for each of up to 2^26 places that hashes share: what is not in it was
 * never added, and what is was most likely.
 */
public final class HashBits implements Serializable {
  private static final long serialVersionUID = 1;

  /** Bits for each hash, so that few share a place by chance. */
  private static final long BITS_A_HASH = 16;

  private static final int LEAST = 16;
  private static final int MOST = 26;

  private final int shift;
  private final long[] bits;

  /** An empty set that suits so many hashes. */
  public HashBits(long hashes) {
    long wanted = Math.max(1, hashes * BITS_A_HASH);
    int places = Math.min(MOST, Math.max(LEAST, Long.SIZE - Long.numberOfLeadingZeros(wanted)));
    shift = Long.SIZE - places;
    bits = new long[1 << (places - 6)];
  }

  /** Adds a hash, and says whether it was there before. */
  public boolean add(long hash) {
    int place = place(hash);
    boolean before = (bits[place >>> 6] & 1L << place) != 0;
    bits[place >>> 6] |= 1L << place;
    return before;
  }

  /** Whether a hash may have been added. */
  public boolean has(long hash) {
    int place = place(hash);
    return (bits[place >>> 6] & 1L << place) != 0;
  }

  /** Adds what is in another set of the same size. */
  public HashBits addAll(HashBits other) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= other.bits[i];
    }
    return this;
  }

  /** Adds what is in both of two others. */
  public void addCommon(HashBits a, HashBits b) {
    for (int i = 0; i < bits.length; i++) {
      bits[i] |= a.bits[i] & b.bits[i];
    }
  }

  /** The smallest of many hashes are much alike in their first bits. */
  private int place(long hash) {
    return (int) (hash * 0x9e3779b97f4a7c15L >>> shift);
  }
}
