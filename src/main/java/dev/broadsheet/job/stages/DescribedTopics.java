package dev.broadsheet.job.stages;

import dev.broadsheet.neighbours.TermOrder;
import dev.broadsheet.tables.Article;
import dev.broadsheet.tables.ArticleCounts;
import dev.broadsheet.tables.Findings;
import dev.broadsheet.tables.NameCounts;
import dev.broadsheet.tables.SourceCounts;
import dev.broadsheet.tables.TermCounts;
import dev.broadsheet.topics.Candidate;
import dev.broadsheet.topics.description.TopicContinuity;
import dev.broadsheet.topics.description.Topics;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;

/**
 * The topics, where they came from, and their articles.
 *
 * @param articles every valid article with its topics, names, terms and story; cached
 */
public record DescribedTopics(
    Topics.Description topics,
    TopicContinuity.Lineage lineage,
    List<Candidate> selection,
    TermOrder order,
    JavaRDD<Article> articles,
    ArticleCounts counts,
    SourceCounts sources) {
  /** All that tables are computed from. */
  Findings findings(Findings.Corpus corpus) {
    return new Findings(
        corpus,
        new Findings.Model(topics.topics(), topics.links(), lineage.links(), selection, order),
        new Findings.Counts(
            counts,
            sources,
            TermCounts.of(corpus, counts, sources),
            NameCounts.of(articles, counts)));
  }
}
