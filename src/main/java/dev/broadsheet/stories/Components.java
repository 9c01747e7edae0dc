package dev.broadsheet.stories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/**
 * Connected components: all that a chain of links joins. Links are few beside articles, so up to
 * ten million are joined on the driver in one go; more on the cluster, by large and small stars in
 * turn (Kiveris et al. 2014), in some ten rounds.
 */
final class Components {
  /** 17 bytes each. */
  private static final long ON_DRIVER = 10_000_000;

  /** What a task judges in well under a second. */
  private static final long LINKS_A_PARTITION = 20_000;

  private Components() {}

  /**
   * The links, those of a component in one partition, each of which is one object.
   *
   * @param links used several times
   */
  static JavaRDD<Candidates> whole(JavaRDD<Candidates> links) {
    return whole(links, LINKS_A_PARTITION, ON_DRIVER);
  }

  /**
   * The same.
   *
   * @param some how many links a partition may have, about
   * @param most how many links may be joined on the driver
   */
  static JavaRDD<Candidates> whole(JavaRDD<Candidates> links, long some, long most) {
    long count = links.map(part -> (long) part.size()).fold(0L, Long::sum);
    int partitions = (int) (1 + count / some);
    return count <= most ? onDriver(links, partitions) : onCluster(links, partitions);
  }

  private static JavaRDD<Candidates> onDriver(JavaRDD<Candidates> links, int partitions) {
    List<Candidates> all = links.collect();
    var sets = new DisjointSets();
    for (Candidates some : all) {
      for (int i = 0; i < some.size(); i++) {
        sets.join(some.earlier(i), some.later(i));
      }
    }
    var partitioner = new HashPartitioner(partitions);
    List<Candidates.Builder> parts =
        Stream.generate(Candidates.Builder::new).limit(partitions).toList();
    for (Candidates some : all) {
      for (int i = 0; i < some.size(); i++) {
        int part = partitioner.getPartition(sets.name(some.earlier(i)));
        parts.get(part).add(some, i);
      }
    }
    return JavaSparkContext.fromSparkContext(links.context())
        .parallelize(parts.stream().map(Candidates.Builder::build).toList(), partitions);
  }

  private static JavaRDD<Candidates> onCluster(JavaRDD<Candidates> links, int partitions) {
    return links
        .flatMapToPair(some -> each(some, i -> new Tuple2<>((Long) some.earlier(i), some.only(i))))
        .join(names(links))
        .mapToPair(link -> new Tuple2<>(link._2()._2(), link._2()._1()))
        .partitionBy(new HashPartitioner(partitions))
        .values()
        .mapPartitions(
            some -> {
              var all = new Candidates.Builder();
              some.forEachRemaining(link -> all.add(link, 0));
              return List.of(all.build()).iterator();
            });
  }

  private static <T> Iterator<T> each(Candidates links, IntFunction<T> link) {
    return IntStream.range(0, links.size()).mapToObj(link).iterator();
  }

  /** Every key ends as a neighbour of its component's smallest, and of no other. */
  private static JavaPairRDD<Long, Long> names(JavaRDD<Candidates> links) {
    JavaPairRDD<Long, Long> edges =
        links
            .flatMapToPair(some -> each(some, i -> downwards(some.earlier(i), some.later(i))))
            .distinct();
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
