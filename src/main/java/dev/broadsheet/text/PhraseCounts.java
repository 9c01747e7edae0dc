package dev.broadsheet.text;

import dev.broadsheet.shuffle.ByKey;
import dev.broadsheet.shuffle.LongCounts;
import dev.broadsheet.shuffle.LongList;
import java.io.Serializable;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * In how many documents words are, and what might be phrases of them. A pass over the texts for
 * each number of words; the driver holds the {@value #MOST} most frequent of each.
 */
final class PhraseCounts {
  private static final int MOST = 200_000;

  private final JavaRDD<TokenBlock> texts;
  private final int least;
  private final List<Tuple2<String, Long>> words;

  /**
   * Counts words.
   *
   * @param least what is in fewer documents is not counted
   */
  PhraseCounts(JavaRDD<TokenBlock> texts, int least) {
    this.texts = texts;
    this.least = least;
    words = mostFrequent(ByKey.merged(texts.flatMapToPair(PhraseCounts::documents), Long::sum));
  }

  /** Words and pairs of words that stand together. */
  Map<String, Long> pairs() {
    return mostFrequent(words, phrases(List.of(), 2));
  }

  /**
   * Pairs, where the best are joined, and what these make with a third word.
   *
   * @param pairs the best first
   */
  Map<String, Long> threes(List<Phrase> pairs) {
    return mostFrequent(List.of(), phrases(pairs, PhraseMerger.WORDS));
  }

  private static Iterator<Tuple2<String, Long>> documents(TokenBlock block) {
    String[] words = block.words();
    long[] documents = new long[words.length];
    int[] last = new int[words.length];
    for (int d = 0; d < block.documents(); d++) {
      for (int t = block.start(d); t < block.end(d); t++) {
        int word = block.word(t);
        documents[word] += last[word] == d + 1 ? 0 : 1;
        last[word] = d + 1;
      }
    }
    return IntStream.range(0, words.length)
        .mapToObj(w -> new Tuple2<>(words[w], Long.valueOf(documents[w])))
        .iterator();
  }

  private List<Tuple2<String, Long>> phrases(List<Phrase> known, int n) {
    List<String> names = words.stream().map(Tuple2::_1).toList();
    Broadcast<PhraseMerger> merger =
        JavaSparkContext.fromSparkContext(texts.context()).broadcast(PhraseMerger.of(names, known));
    JavaRDD<long[]> joints = texts.map(block -> joints(block, merger.value(), n));
    return mostFrequent(
        LongCounts.of(joints, least)
            .mapToPair(joint -> new Tuple2<>(merger.value().keyOf(joint._1()), joint._2())));
  }

  private static long[] joints(TokenBlock block, PhraseMerger merger, int n) {
    var units = new TextUnits(block, merger);
    var joints = new LongList();
    for (int d = 0; d < block.documents(); d++) {
      units.read(d);
      units.merge();
      units.countable(n, joints);
    }
    return joints.sorted();
  }

  private List<Tuple2<String, Long>> mostFrequent(JavaPairRDD<String, Long> counts) {
    long fewest = least;
    return counts.filter(key -> key._2() >= fewest).takeOrdered(MOST, new MostFrequent());
  }

  private static Map<String, Long> mostFrequent(
      List<Tuple2<String, Long>> words, List<Tuple2<String, Long>> phrases) {
    return Stream.concat(words.stream(), phrases.stream())
        .sorted(new MostFrequent())
        .limit(MOST)
        .collect(Collectors.toMap(Tuple2::_1, Tuple2::_2));
  }

  /** A word comes before a phrase with it. */
  private static final class MostFrequent
      implements Comparator<Tuple2<String, Long>>, Serializable {
    private static final long serialVersionUID = 1;

    @Override
    public int compare(Tuple2<String, Long> a, Tuple2<String, Long> b) {
      int byCount = Long.compare(b._2(), a._2());
      int byLength = Integer.compare(a._1().length(), b._1().length());
      return byCount != 0 ? byCount : byLength != 0 ? byLength : a._1().compareTo(b._1());
    }
  }
}
