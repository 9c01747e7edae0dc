package dev.broadsheet.job.stages;

import dev.broadsheet.stories.Candidates;
import dev.broadsheet.stories.Sketches;
import dev.broadsheet.stories.Stories;
import dev.broadsheet.stories.StoryCandidates;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * From articles to the stories that they share, while bodies are at hand.
 *
 * @param articles in canonical order
 * @param count how many
 */
public record FindStories(Context context, Dataset<Row> articles, long count)
    implements Stage<JavaRDD<Row>> {
  /** What {@link Stories#of} returns, cached. */
  @Override
  public Outcome<JavaRDD<Row>> run() {
    JavaRDD<Sketches> sketches = context.cache().keep(Sketches.of(articles));
    JavaRDD<Candidates> candidates = context.cache().keep(StoryCandidates.of(sketches, count));
    JavaRDD<Row> members = context.cache().keep(Stories.of(articles, sketches, candidates));
    long[] counts =
        members.treeAggregate(
            new long[2],
            (sum, member) -> new long[] {sum[0] + 1, sum[1] + (member.getBoolean(4) ? 1 : 0)},
            (a, b) -> new long[] {a[0] + b[0], a[1] + b[1]});
    context.cache().release(sketches);
    context.cache().release(candidates);
    return new Outcome<>(
        members, counts[1], "%,d stories of %,d articles".formatted(counts[1], counts[0]));
  }
}
