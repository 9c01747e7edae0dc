package dev.broadsheet.neighbours;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import scala.Tuple2;

/**
 * The articles that are nearest to one, the nearest first and of equally near ones the smallest id:
 * two arrays, because there are as many of these as articles.
 */
public final class Neighbours implements Serializable {
  private static final long serialVersionUID = 1;

  /** As {@link #key} makes them. */
  private final long[] keys;

  private final double[] similarities;

  private Neighbours(long[] keys, double[] similarities) {
    this.keys = keys;
    this.similarities = similarities;
  }

  /** How many there are. */
  public int size() {
    return keys.length;
  }

  /**
   * The article_id of one of them.
   *
   * @param place 0 is the nearest
   */
  public String id(int place) {
    return id(keys[place]);
  }

  /**
   * The cosine of one of them, 0 to 1.
   *
   * @param place 0 is the nearest
   */
  public double similarity(int place) {
    return similarities[place];
  }

  /** What an article_id is, as a number; without their signs these are in the same order. */
  static long key(String id) {
    return Long.parseUnsignedLong(id, 16);
  }

  /** The article_id. */
  static String id(long key) {
    return HexFormat.of().toHexDigits(key);
  }

  /** Joins what the parts of the terms found, which is packed as {@link #read} reads it. */
  static Iterator<Tuple2<String, Neighbours>> merged(Iterator<Tuple2<Integer, byte[]>> parts) {
    Map<Long, Neighbours> merged = new HashMap<>();
    while (parts.hasNext()) {
      byte[] bytes = parts.next()._2();
      var input = new Input(bytes);
      while (input.position() < bytes.length) {
        merged.merge(input.readLong(), read(input), Neighbours::with);
      }
    }
    return merged.entrySet().stream()
        .map(article -> new Tuple2<>(id(article.getKey()), article.getValue()))
        .iterator();
  }

  private static Neighbours read(Input input) {
    int size = input.readVarInt(true);
    var neighbours = new Neighbours(new long[size], new double[size]);
    for (int i = 0; i < size; i++) {
      neighbours.keys[i] = input.readLong();
      neighbours.similarities[i] = input.readDouble();
    }
    return neighbours;
  }

  /** Writes one for {@link #read}, after the number of all. */
  static void write(Output output, long key, double similarity) {
    output.writeLong(key);
    output.writeDouble(similarity);
  }

  /** The nearest of both; what is in both has the same similarity. */
  private Neighbours with(Neighbours other) {
    int most = Math.min(NearestArticles.MOST, size() + other.size());
    var nearest = new Neighbours(new long[most], new double[most]);
    int n = 0;
    int i = 0;
    int j = 0;
    while (n < most && (i < size() || j < other.size())) {
      int order = i == size() ? 1 : j == other.size() ? -1 : compare(i, other, j);
      nearest.keys[n] = order <= 0 ? keys[i] : other.keys[j];
      nearest.similarities[n++] = order <= 0 ? similarities[i] : other.similarities[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return n == most
        ? nearest
        : new Neighbours(Arrays.copyOf(nearest.keys, n), Arrays.copyOf(nearest.similarities, n));
  }

  private int compare(int i, Neighbours other, int j) {
    int nearer = Double.compare(other.similarities[j], similarities[i]);
    return nearer != 0 ? nearer : Long.compareUnsigned(keys[i], other.keys[j]);
  }
}
