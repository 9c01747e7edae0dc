package dev.broadsheet.neighbours;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import dev.broadsheet.neighbours.NearestArticles.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * Articles to compare, as they are sent to a part of the terms and kept there. A term is its
 * difference to the one before, with a bit that says whether the article has it more than once: two
 * bytes mostly. Before the terms are the key and the places among them of those in whose lists of
 * this part the article is.
 */
final class PackedArticles {
  /** Takes note that an article is in the list of a term. */
  @FunctionalInterface
  interface Lists {
    void add(int term, double weight, int article);
  }

  /** A byte of a packed number, and whether another follows. */
  private static final int LOW_BITS = 7;

  private static final int LOW = (1 << LOW_BITS) - 1;

  private final double[] idf;
  private final List<byte[]> blocks = new ArrayList<>();
  private final Input input = new Input();

  /** What {@link #readNumber} reads. */
  private byte[] bytes = {};

  private int at;
  private long[] keys = new long[1 << 10];
  private long[] places = new long[1 << 10];
  private double[] lengths = new double[1 << 10];
  private int count;
  private int[] terms = new int[1 << 6];
  private double[] weights = new double[1 << 6];

  /** No articles yet. */
  PackedArticles(double[] idf) {
    this.idf = idf;
  }

  /** Packs articles for every part of the terms in which they are in a list, by the part. */
  static Iterator<Tuple2<Integer, byte[]>> of(
      Iterator<Document> articles, double[] idf, TermOrder order, int parts) {
    Output[] outputs = new Output[parts];
    Arrays.setAll(outputs, part -> new Output(1 << 10, -1));
    var packed = new Output(1 << 10, -1);
    while (articles.hasNext()) {
      Document article = articles.next();
      int[] terms = article.terms();
      double[] tfidf = TermWeights.tfidf(terms, article.counts(), idf);
      int[] best = TermWeights.best(tfidf, NearestArticles.LISTS);
      packed.clear();
      writeTerms(terms, article.counts(), packed);
      Arrays.stream(best)
          .map(i -> order.part(terms[i], parts))
          .distinct()
          .forEach(
              part -> {
                int[] lists =
                    Arrays.stream(best).filter(i -> order.part(terms[i], parts) == part).toArray();
                outputs[part].writeLong(Neighbours.key(article.id()));
                outputs[part].writeVarInt(lists.length, true);
                for (int place : lists) {
                  outputs[part].writeVarInt(place, true);
                }
                outputs[part].writeBytes(packed.getBuffer(), 0, packed.position());
              });
    }
    return IntStream.range(0, parts)
        .filter(part -> outputs[part].position() > 0)
        .mapToObj(part -> new Tuple2<>(part, outputs[part].toBytes()))
        .iterator();
  }

  private static void writeTerms(int[] terms, int[] counts, Output output) {
    output.writeVarInt(terms.length, true);
    int last = 0;
    for (int i = 0; i < terms.length; i++) {
      boolean once = counts[i] == 1;
      output.writeVarInt(terms[i] - last << 1 | (once ? 0 : 1), true);
      if (!once) {
        output.writeVarInt(counts[i], true);
      }
      last = terms[i];
    }
  }

  /** Adds a block of articles. */
  void add(byte[] block, Lists lists) {
    input.setBuffer(block);
    blocks.add(block);
    while (input.position() < block.length) {
      if (count == places.length) {
        keys = Arrays.copyOf(keys, 2 * count);
        places = Arrays.copyOf(places, 2 * count);
        lengths = Arrays.copyOf(lengths, 2 * count);
      }
      keys[count] = input.readLong();
      int[] listed = new int[input.readVarInt(true)];
      for (int i = 0; i < listed.length; i++) {
        listed[i] = input.readVarInt(true);
      }
      places[count] = (long) (blocks.size() - 1) << Integer.SIZE | input.position();
      int size = readTerms();
      lengths[count] = length(size);
      for (int place : listed) {
        lists.add(terms[place], weights[place] / lengths[count], count);
      }
      count++;
    }
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The {@link Neighbours#key} of one of them. */
  long key(int article) {
    return keys[article];
  }

  /**
   * Reads an article, which {@link #term} and {@link #weight} then are of: how many terms it has.
   */
  int read(int article) {
    input.setBuffer(blocks.get((int) (places[article] >> Integer.SIZE)));
    input.setPosition((int) places[article]);
    int size = readTerms();
    for (int i = 0; i < size; i++) {
      weights[i] /= lengths[article];
    }
    return size;
  }

  /** The terms of the article that was read, ascending. */
  int term(int place) {
    return terms[place];
  }

  /** Their tfidf. */
  double weight(int place) {
    return weights[place];
  }

  private int readTerms() {
    bytes = input.getBuffer();
    at = input.position();
    int size = readNumber();
    if (size > terms.length) {
      terms = new int[2 * size];
      weights = new double[2 * size];
    }
    int term = 0;
    for (int i = 0; i < size; i++) {
      int step = readNumber();
      term += step >>> 1;
      terms[i] = term;
      weights[i] = TermWeights.weight((step & 1) == 0 ? 1 : readNumber(), idf[term]);
    }
    input.setPosition(at);
    return size;
  }

  /** A whole number as Kryo packs it, without its looking whether there are bytes for it. */
  private int readNumber() {
    int b = bytes[at++];
    int number = b & LOW;
    for (int bits = LOW_BITS; b < 0; bits += LOW_BITS) {
      b = bytes[at++];
      number |= (b & LOW) << bits;
    }
    return number;
  }

  private double length(int size) {
    double squares = 0;
    for (int i = 0; i < size; i++) {
      squares += weights[i] * weights[i];
    }
    return Math.sqrt(squares);
  }
}
