package dev.broadsheet.bench;

import dev.broadsheet.Reprints;
import dev.broadsheet.Reprints.Change;
import dev.broadsheet.articles.identity.CanonicalOrder;
import dev.broadsheet.stories.Candidates;
import dev.broadsheet.stories.Sketches;
import dev.broadsheet.stories.Stories;
import dev.broadsheet.stories.StoryCandidates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * What part of the planted reprints stories find (recall), and what part of the pairs in the
 * stories that are found was planted (precision).
 */
final class ReprintScores {
  private final Reprints planted;
  private final Map<String, String> stories = new HashMap<>();
  private final long articles;
  private final double seconds;

  private ReprintScores(Reprints planted, long articles, List<Row> found, double seconds) {
    this.planted = planted;
    this.articles = articles;
    this.seconds = seconds;
    found.forEach(row -> stories.put(row.getString(1), row.getString(2)));
  }

  static ReprintScores of(SparkSession spark, Reprints planted) {
    Dataset<Row> articles =
        planted.articles(spark).withColumn("title", functions.lit("")).repartition(4).cache();
    long count = articles.count();
    long start = System.nanoTime();
    Dataset<Row> inOrder =
        CanonicalOrder.of(
                articles,
                CanonicalOrder.partitions(count, 0),
                functions.coalesce(articles.col("duplicate_of"), articles.col("article_id")))
            .cache();
    JavaRDD<Sketches> sketches = Sketches.of(inOrder).cache();
    JavaRDD<Candidates> candidates = StoryCandidates.of(sketches, count).cache();
    List<Row> found = Stories.of(inOrder, sketches, candidates).collect();
    return new ReprintScores(planted, count, found, (System.nanoTime() - start) / 1e9);
  }

  String markdown() {
    Set<String> pairs = new HashSet<>();
    var table = new StringBuilder("| reprints | planted | found | recall |\n|---|---|---|---|\n");
    for (Change change : Change.values()) {
      List<String[]> found =
          IntStream.range(0, planted.pairs())
              .mapToObj(i -> planted.ids(change, i))
              .filter(this::together)
              .toList();
      found.forEach(ids -> pairs.addAll(Arrays.asList(ids)));
      table.append(
          "| %s | %,d | %,d | %.3f |\n"
              .formatted(
                  change.label(),
                  planted.pairs(),
                  found.size(),
                  (double) found.size() / planted.pairs()));
    }
    Map<String, Long> sizes = new HashMap<>();
    stories.values().forEach(story -> sizes.merge(story, 1L, Long::sum));
    long all = sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
    return "%,d articles in %.1f s; precision %.3f (%,d of the %,d pairs in stories were planted)%n%n%s"
        .formatted(
            articles,
            seconds,
            all == 0 ? 1 : pairs.size() / 2.0 / all,
            pairs.size() / 2,
            all,
            table);
  }

  private boolean together(String[] ids) {
    return stories.containsKey(ids[0]) && stories.get(ids[0]).equals(stories.get(ids[1]));
  }
}
