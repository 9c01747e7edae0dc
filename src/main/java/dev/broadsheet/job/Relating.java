package dev.broadsheet.job;

import dev.broadsheet.stories.Candidates;
import dev.broadsheet.stories.Sketches;
import dev.broadsheet.stories.Stories;
import dev.broadsheet.stories.StoryCandidates;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** From articles to the stories that they share: a stage of the job, while bodies are at hand. */
final class Relating {
  private final Cache cache;

  Relating(Cache cache) {
    this.cache = cache;
  }

  /**
   * What {@link Stories#of} returns, cached.
   *
   * @param articles in canonical order
   */
  Stages.Outcome<JavaRDD<Row>> relate(Dataset<Row> articles, long count) {
    JavaRDD<Sketches> sketches = cache.keep(Sketches.of(articles));
    JavaRDD<Candidates> candidates = cache.keep(StoryCandidates.of(sketches, count));
    JavaRDD<Row> members = cache.keep(Stories.of(articles, sketches, candidates));
    long[] counts =
        members.treeAggregate(
            new long[2],
            (sum, member) -> new long[] {sum[0] + 1, sum[1] + (member.getBoolean(4) ? 1 : 0)},
            (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    cache.release(sketches);
    cache.release(candidates);
    return new Stages.Outcome<>(
        members, counts[1], "%,d stories of %,d articles".formatted(counts[1], counts[0]));
  }
}
