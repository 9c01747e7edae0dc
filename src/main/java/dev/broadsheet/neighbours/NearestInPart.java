package dev.broadsheet.neighbours;

import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import scala.Tuple2;

/** Compares the articles in the lists of a part of the terms, group by group. */
final class NearestInPart {
  private static final int MOST = NearestArticles.MOST;

  /** Of so many articles what is nearest is packed at once. */
  private static final int PACKED = 1 << 15;

  private final PackedArticles articles;
  private final TermLists lists = new TermLists();

  /** Of each article the nearest so far, {@value NearestArticles#MOST} places an article. */
  private int[] nearest;

  private double[] similarities;
  private int[] found;

  /** Of each article of a group the {@link #least}, side by side. */
  private final double[] enough = new double[NearestArticles.A_GROUP];

  private NearestInPart(double[] idf) {
    articles = new PackedArticles(idf);
  }

  /** What is nearest to each article that is in a list with another, packed by its partition. */
  static Iterator<Tuple2<Integer, byte[]>> of(
      Iterator<Tuple2<Integer, byte[]>> blocks, double[] idf, int partitions) {
    var part = new NearestInPart(idf);
    blocks.forEachRemaining(block -> part.articles.add(block._2(), part.lists::add));
    part.compare(new GroupCosines(idf.length, NearestArticles.A_GROUP));
    return part.packed(partitions);
  }

  private void compare(GroupCosines cosines) {
    nearest = new int[articles.count() * MOST];
    similarities = new double[articles.count() * MOST];
    found = new int[articles.count()];
    lists.forEachGroup(articles::key, NearestArticles.A_GROUP, group -> compare(group, cosines));
  }

  private void compare(int[] group, GroupCosines cosines) {
    if (group.length == 1) {
      return;
    }
    cosines.take(articles, group);
    for (int i = 0; i < group.length; i++) {
      double[] withEarlier = cosines.withEarlier(i);
      double least = least(group[i]);
      for (int j = 0; j < i; j++) {
        double cosine = withEarlier[j];
        if (cosine >= least) {
          least = near(group[i], group[j], cosine);
        }
        if (cosine >= enough[j]) {
          enough[j] = near(group[j], group[i], cosine);
        }
      }
      enough[i] = least;
    }
    cosines.clear(group.length);
  }

  /** What another has to have of the cosine to be among the nearest of an article. */
  private double least(int article) {
    return found[article] == MOST
        ? similarities[(article + 1) * MOST - 1]
        : Double.NEGATIVE_INFINITY;
  }

  /**
   * Takes note of a cosine that is not below the {@link #least}, which it returns anew. Two
   * articles may be in several lists together.
   */
  private double near(int article, int other, double cosine) {
    int first = article * MOST;
    int end = first + found[article];
    boolean full = found[article] == MOST;
    int place = end;
    while (place > first && isNearer(other, cosine, place - 1)) {
      place--;
    }
    boolean known = place > first && nearest[place - 1] == other;
    if (known || place == first + MOST) {
      return least(article);
    }
    int moved = (full ? end - 1 : end) - place;
    System.arraycopy(nearest, place, nearest, place + 1, moved);
    System.arraycopy(similarities, place, similarities, place + 1, moved);
    nearest[place] = other;
    similarities[place] = cosine;
    found[article] += full ? 0 : 1;
    return least(article);
  }

  private boolean isNearer(int other, double cosine, int than) {
    return cosine > similarities[than]
        || cosine == similarities[than]
            && Long.compareUnsigned(articles.key(other), articles.key(nearest[than])) < 0;
  }

  private Iterator<Tuple2<Integer, byte[]>> packed(int partitions) {
    return IntStream.iterate(0, from -> from < articles.count(), from -> from + PACKED)
        .boxed()
        .flatMap(from -> packed(from, Math.min(from + PACKED, articles.count()), partitions))
        .iterator();
  }

  private Stream<Tuple2<Integer, byte[]>> packed(int from, int end, int partitions) {
    Output[] outputs = new Output[partitions];
    Arrays.setAll(outputs, partition -> new Output(1 << 10, -1));
    var partitioner = new HashPartitioner(partitions);
    for (int article = from; article < end; article++) {
      if (found[article] > 0) {
        long key = articles.key(article);
        Output output = outputs[partitioner.getPartition(Neighbours.id(key))];
        output.writeLong(key);
        output.writeVarInt(found[article], true);
        for (int i = article * MOST; i < article * MOST + found[article]; i++) {
          Neighbours.write(output, articles.key(nearest[i]), similarities[i]);
        }
      }
    }
    return IntStream.range(0, partitions)
        .filter(partition -> outputs[partition].position() > 0)
        .mapToObj(partition -> new Tuple2<>(partition, outputs[partition].toBytes()));
  }
}
