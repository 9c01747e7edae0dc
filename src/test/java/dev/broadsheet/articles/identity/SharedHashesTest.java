package dev.broadsheet.articles.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.SparkTest;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class SharedHashesTest {
  private static final int ARTICLES = 500;
  private static final int HASHES = 40;

  /** The smallest of many hashes are much alike in their first bits. */
  private static long[] smallest(int seed, int count) {
    return new SplittableRandom(seed)
        .longs(count, Long.MIN_VALUE, Long.MIN_VALUE + (1L << 50))
        .toArray();
  }

  /** Those of each article that may be shared. */
  private static List<long[]> shared(SparkSession spark, List<long[]> articles, int partitions) {
    JavaRDD<long[]> all =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(articles, partitions);
    long count = articles.stream().mapToLong(hashes -> hashes.length).sum();
    JavaRDD<long[]> runs = SharedHashes.runs(all, count);
    return SharedHashes.used(
            runs,
            SharedHashes.of(runs, count),
            (hashes, known) -> Stream.of(LongStream.of(hashes).filter(known::mayHave).toArray()))
        .collect();
  }

  private static long count(List<long[]> hashes) {
    return hashes.stream().mapToLong(some -> some.length).sum();
  }

  @Test
  void whatTwoArticlesHaveIsFoundAndLittleElse(SparkSession spark) {
    long[] alone = smallest(1, ARTICLES * HASHES);
    long[] twice = smallest(2, ARTICLES / 2);
    List<long[]> articles =
        IntStream.range(0, ARTICLES)
            .mapToObj(
                i -> {
                  long[] own = Arrays.copyOfRange(alone, i * HASHES, (i + 1) * HASHES + 1);
                  own[HASHES] = twice[i % twice.length];
                  return own;
                })
            .toList();
    for (int partitions : new int[] {1, 2, 5}) {
      List<long[]> found = shared(spark, articles, partitions);
      assertThat(found).hasSize(ARTICLES);
      for (int i = 0; i < ARTICLES; i++) {
        assertThat(found.get(i)).as("%d", i).contains(twice[i % twice.length]);
      }
      assertThat(count(found) - ARTICLES)
          .as("of %d hashes of one article in %d partitions", alone.length, partitions)
          .isBetween(1L, (long) alone.length / 50);
    }
  }

  @Test
  void whatOneArticleHasTwiceMayBeSharedAndNothingIsOfNothing(SparkSession spark) {
    assertThat(shared(spark, List.of(new long[] {7, 7, 7, 8, -9}, new long[] {}), 2))
        .containsExactly(new long[] {7, 7, 7}, new long[] {});
    assertThat(shared(spark, List.of(new long[] {}), 1)).containsExactly(new long[] {});
    assertThat(shared(spark, List.of(), 3)).isEmpty();
    assertThat(shared(spark, List.of(new long[] {0, -1, 1}, new long[] {0, 1}), 2))
        .containsExactly(new long[] {0, 1}, new long[] {0, 1});
  }

  @Test
  void howeverManyHashesThereAreFewShareAPlaceAndARangeHasRoom() {
    for (long hashes : new long[] {0, 1, 960_000, 48_000_000, 4_800_000_000L}) {
      SharedHashes.Places places = SharedHashes.Places.of(hashes, 2);
      assertThat(1L << places.bits())
          .as("places of %,d hashes", hashes)
          .isBetween(64 * hashes, 64 + 128 * hashes);
      for (int range = 0; range < places.ranges(); range++) {
        long first = places.first(range);
        assertThat(places.range(first)).isEqualTo(range);
        assertThat(places.first(range + 1) - first).isBetween(1L, 128_000_000L + 1);
      }
    }
  }

  @Test
  void aTaskHasNoMoreHashesWhateverThereAre() {
    assertThat(SharedHashes.tasks(0, 2)).as("one for each core").isEqualTo(2);
    assertThat(SharedHashes.tasks(960_000, 2)).as("20,000 articles").isEqualTo(2);
    assertThat(SharedHashes.tasks(48_000_000, 2)).as("a million articles").isEqualTo(49);
    assertThat(SharedHashes.tasks(4_800_000_000L, 400)).isEqualTo(4_801);
  }
}
