package dev.broadsheet.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Connected components: all that a chain of links joins, named by its smallest key, which depends
 * on nothing else. Links are few beside articles, so up to ten million are joined on the driver in
 * one go; more on the cluster, by large and small stars in turn (Kiveris et al. 2014), in some ten
 * rounds.
 */
final class Components {
  /** 16 bytes each. */
  private static final long ON_DRIVER = 10_000_000;

  private Components() {}

  /** From links between keys to the name of the component of each key that has one. */
  static JavaPairRDD<Long, Long> of(JavaRDD<StoryCandidates.Pair> links) {
    return of(links, ON_DRIVER);
  }

  /**
   * The same.
   *
   * @param most how many links may be joined on the driver
   */
  static JavaPairRDD<Long, Long> of(JavaRDD<StoryCandidates.Pair> links, long most) {
    return links.count() <= most ? onDriver(links) : onCluster(links);
  }

  private static JavaPairRDD<Long, Long> onDriver(JavaRDD<StoryCandidates.Pair> links) {
    var sets = new DisjointSets();
    for (long[] some : links.mapPartitions(Components::packed).collect()) {
      for (int i = 0; i < some.length; i += 2) {
        sets.join(some[i], some[i + 1]);
      }
    }
    List<Tuple2<Long, Long>> names =
        Set.copyOf(sets.keys()).stream().map(key -> new Tuple2<>(key, sets.name(key))).toList();
    return JavaSparkContext.fromSparkContext(links.context())
        .parallelizePairs(names, links.getNumPartitions());
  }

  private static Iterator<long[]> packed(Iterator<StoryCandidates.Pair> links) {
    LongStream.Builder keys = LongStream.builder();
    links.forEachRemaining(link -> keys.add(link.earlier()).add(link.later()));
    return List.of(keys.build().toArray()).iterator();
  }

  /** Every key ends as a neighbour of its component's smallest, and of no other. */
  private static JavaPairRDD<Long, Long> onCluster(JavaRDD<StoryCandidates.Pair> links) {
    JavaPairRDD<Long, Long> edges =
        links.mapToPair(link -> downwards(link.earlier(), link.later())).distinct();
    long before = -1;
    for (long now = checksum(edges); now != before; ) {
      JavaPairRDD<Long, Long> large =
          edges
              .flatMapToPair(edge -> List.of(edge, edge.swap()).iterator())
              .groupByKey()
              .flatMapToPair(node -> star(node._1(), node._2(), true).iterator())
              .distinct();
      JavaPairRDD<Long, Long> small =
          large
              .groupByKey()
              .flatMapToPair(node -> star(node._1(), node._2(), false).iterator())
              .distinct();
      before = now;
      now = checksum(small);
      edges = small;
    }
    return edges.union(edges.values().distinct().mapToPair(name -> new Tuple2<>(name, name)));
  }

  /** Links the neighbours of a node, larger or smaller ones, with the smallest of all. */
  private static Set<Tuple2<Long, Long>> star(long node, Iterable<Long> neighbours, boolean large) {
    long smallest = node;
    List<Long> all = new ArrayList<>(List.of(node));
    for (long neighbour : neighbours) {
      smallest = Math.min(smallest, neighbour);
      all.add(neighbour);
    }
    Set<Tuple2<Long, Long>> links = new HashSet<>();
    for (long neighbour : all) {
      if (neighbour != smallest && (!large || neighbour > node)) {
        links.add(new Tuple2<>(neighbour, smallest));
      }
    }
    return links;
  }

  private static Tuple2<Long, Long> downwards(long a, long b) {
    return new Tuple2<>(Math.max(a, b), Math.min(a, b));
  }

  private static long checksum(JavaPairRDD<Long, Long> edges) {
    return edges
        .map(edge -> edge._1() * 0x9e3779b97f4a7c15L ^ edge._2() * 0xc2b2ae3d27d4eb4fL)
        .fold(0L, Long::sum);
  }
}
