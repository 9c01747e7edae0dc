package dev.broadsheet.topics;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import scala.Tuple2;

/**
 * The articles that are nearest to one, the nearest first and of equally near ones the smallest id:
 * two arrays, because there are as many of these as articles.
 */
public final class Neighbours implements Serializable {
  private static final long serialVersionUID = 1;

  private final String[] ids;
  private final double[] similarities;

  private Neighbours(String[] ids, double[] similarities) {
    this.ids = ids;
    this.similarities = similarities;
  }

  /** How many there are. */
  public int size() {
    return ids.length;
  }

  /**
   * The article_id of one of them.
   *
   * @param place 0 is the nearest
   */
  public String id(int place) {
    return ids[place];
  }

  /**
   * The cosine of one of them, 0 to 1.
   *
   * @param place 0 is the nearest
   */
  public double similarity(int place) {
    return similarities[place];
  }

  /** Joins what the parts of the terms found, which is packed as {@link #read} reads it. */
  static Iterator<Tuple2<String, Neighbours>> merged(Iterator<Tuple2<Integer, byte[]>> parts) {
    Map<String, Neighbours> merged = new HashMap<>();
    while (parts.hasNext()) {
      byte[] bytes = parts.next()._2();
      var input = new Input(bytes);
      while (input.position() < bytes.length) {
        merged.merge(input.readString(), read(input), Neighbours::with);
      }
    }
    return merged.entrySet().stream()
        .map(article -> new Tuple2<>(article.getKey(), article.getValue()))
        .iterator();
  }

  private static Neighbours read(Input input) {
    int size = input.readVarInt(true);
    var neighbours = new Neighbours(new String[size], new double[size]);
    for (int i = 0; i < size; i++) {
      neighbours.ids[i] = input.readString();
      neighbours.similarities[i] = input.readDouble();
    }
    return neighbours;
  }

  /** Writes one for {@link #read}, after the number of all. */
  static void write(Output output, String id, double similarity) {
    output.writeString(id);
    output.writeDouble(similarity);
  }

  /** The nearest of both; what is in both has the same similarity. */
  private Neighbours with(Neighbours other) {
    int most = Math.min(NearestArticles.MOST, size() + other.size());
    var nearest = new Neighbours(new String[most], new double[most]);
    int n = 0;
    int i = 0;
    int j = 0;
    while (n < most && (i < size() || j < other.size())) {
      int order = i == size() ? 1 : j == other.size() ? -1 : compare(i, other, j);
      nearest.ids[n] = order <= 0 ? ids[i] : other.ids[j];
      nearest.similarities[n++] = order <= 0 ? similarities[i] : other.similarities[j];
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return n == most
        ? nearest
        : new Neighbours(Arrays.copyOf(nearest.ids, n), Arrays.copyOf(nearest.similarities, n));
  }

  private int compare(int i, Neighbours other, int j) {
    int nearer = Double.compare(other.similarities[j], similarities[i]);
    return nearer != 0 ? nearer : ids[i].compareTo(other.ids[j]);
  }
}
