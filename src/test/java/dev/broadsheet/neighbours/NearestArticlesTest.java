package dev.broadsheet.neighbours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.broadsheet.SparkTest;
import dev.broadsheet.neighbours.NearestArticles.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class NearestArticlesTest {
  private static final int TERMS = 60;

  private static final double[] IDF =
      IntStream.range(0, TERMS).mapToDouble(term -> 1 + term % 7 / 3.0).toArray();

  /** One of the nearest. */
  private record Neighbour(String id, double similarity) {}

  private static List<Neighbour> list(Neighbours nearest) {
    return IntStream.range(0, nearest.size())
        .mapToObj(i -> new Neighbour(nearest.id(i), nearest.similarity(i)))
        .toList();
  }

  private static String id(int article) {
    return "%016d".formatted(article);
  }

  /** As if each term in turn were of one topic. */
  private static TermOrder order(int topics) {
    double[][] probabilities = new double[topics][TERMS];
    for (int term = 0; term < TERMS && topics > 0; term++) {
      probabilities[term % topics][term] = 1;
    }
    return TermOrder.of(probabilities, LongStream.generate(() -> 10).limit(TERMS).toArray());
  }

  private static Map<String, List<Neighbour>> nearest(
      SparkSession spark, List<int[]> counts, Random rows, TermOrder order, int partitions) {
    List<Document> documents = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      int[] all = counts.get(i);
      int[] terms = IntStream.range(0, all.length).filter(v -> all[v] > 0).toArray();
      documents.add(
          new Document(id(i), terms, IntStream.of(terms).map(term -> all[term]).toArray()));
    }
    Collections.shuffle(documents, rows);
    Map<String, List<Neighbour>> nearest = new TreeMap<>();
    NearestArticles.among(
            JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(documents, partitions),
            IDF,
            order,
            partitions)
        .collect()
        .forEach(article -> nearest.put(article._1(), list(article._2())));
    return nearest;
  }

  /** So many terms at random. */
  private static int[] random(Random random, int terms) {
    int[] counts = new int[TERMS];
    for (int i = 0; i < terms; i++) {
      counts[random.nextInt(TERMS)] = 1 + random.nextInt(9);
    }
    return counts;
  }

  private static double cosine(int[] a, int[] b) {
    return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
  }

  private static double product(int[] a, int[] b) {
    return IntStream.range(0, TERMS).mapToDouble(v -> weight(a, v) * weight(b, v)).sum();
  }

  private static double weight(int[] counts, int term) {
    return counts[term] == 0 ? 0 : (1 + Math.log(counts[term])) * IDF[term];
  }

  @Test
  void findsWhatComparingAllWithAllFindsAndDoesNotDependOnTheOrderOfRows(SparkSession spark) {
    var random = new Random(1);
    List<int[]> counts = IntStream.range(0, 150).mapToObj(i -> random(random, 3 + i % 6)).toList();

    Map<String, List<Neighbour>> found = nearest(spark, counts, new Random(2), order(0), 2);

    for (int i = 0; i < counts.size(); i++) {
      int self = i;
      double[] cosines = counts.stream().mapToDouble(c -> cosine(c, counts.get(self))).toArray();
      assertThat(found.get(id(self)))
          .extracting(Neighbour::id)
          .containsExactlyElementsOf(
              IntStream.range(0, counts.size())
                  .boxed()
                  .filter(j -> j != self)
                  .sorted(Comparator.comparingDouble((Integer j) -> -cosines[j]))
                  .limit(NearestArticles.MOST)
                  .map(NearestArticlesTest::id)
                  .toList());
      Neighbour first = found.get(id(self)).get(0);
      assertThat(first.similarity())
          .isCloseTo(cosines[Integer.parseInt(first.id())], within(1e-12));
    }
    assertThat(nearest(spark, counts, new Random(3), order(5), 7))
        .usingRecursiveComparison()
        .isEqualTo(found);
  }

  @Test
  void manyCopiesAreComparedInGroups(SparkSession spark) {
    int[] copy = new int[TERMS];
    copy[0] = 1;

    Map<String, List<Neighbour>> found =
        nearest(spark, Collections.nCopies(600, copy), new Random(1), order(1), 2);

    assertThat(found).hasSize(600);
    assertThat(found.values())
        .allSatisfy(
            others ->
                assertThat(others)
                    .hasSize(NearestArticles.MOST)
                    .allMatch(other -> other.similarity() == 1));
    assertThat(found.get(id(299)))
        .extracting(Neighbour::id)
        .as("in the second group of 256")
        .containsExactly(id(256), id(257), id(258), id(259), id(260));
  }

  @Test
  void aPartOfTheTermsHasNoMoreArticlesThanFitIntoATask() {
    assertThat(NearestArticles.parts(1, 8)).as("no more parts than partitions").isEqualTo(1);
    assertThat(NearestArticles.parts(38, 2)).as("150,000 articles").isEqualTo(2);
    assertThat(NearestArticles.parts(251, 2)).as("a million: one for each core").isEqualTo(2);
    assertThat(NearestArticles.parts(258, 2)).as("each has 96 % of the articles").isEqualTo(3);
    assertThat(NearestArticles.parts(512, 2)).as("each has 47 % of them").isEqualTo(13);
  }

  @Test
  void anArticleIsSentWhereTermsOfItsTopicsAreAndNoFurther() {
    int parts = 20;
    int[] ofTwoTopics = {4, 5, 24, 25, 44, 45};
    var article = new Document(id(7), ofTwoTopics, new int[] {1, 1, 1, 1, 1, 1});
    assertThat(sent(article, order(20), parts)).containsExactly(4, 5);
    assertThat(sent(article, order(0), parts)).as("without topics").containsExactly(1, 8, 14, 15);
  }

  private static List<Integer> sent(Document article, TermOrder order, int parts) {
    List<Integer> sent = new ArrayList<>();
    PackedArticles.of(List.of(article).iterator(), IDF, order, parts)
        .forEachRemaining(block -> sent.add(block._1()));
    return sent;
  }
}
