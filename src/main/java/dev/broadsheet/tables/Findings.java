package dev.broadsheet.tables;

import static org.apache.spark.sql.functions.col;

import dev.broadsheet.topics.Topic;
import dev.broadsheet.topics.TopicContinuity;
import dev.broadsheet.topics.TopicSelection;
import dev.broadsheet.topics.Topics;
import dev.broadsheet.topics.Vocabulary;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What the stages of the job found, from which all tables are computed.
 *
 * @param articles article_id, title, url, source, published, language, words, own_words, defects,
 *     snippet, duplicate_of, input_file; every valid article
 * @param rejected input_file, record, published, source, reason, detail, raw; every other record
 * @param vectors article_id, counts, tfidf; the originals in the language of the model
 * @param articleTopics article_id, topic_id, rank, weight; duplicates as their originals
 * @param lineage what became of the topics of the run before
 * @param periods into what periods the articles fall
 * @param names article_id, name; each name of an article once, duplicates as their originals
 * @param compare what {@code --compare} asked for
 * @param stories article_id, story_id, similarity, is_first; the articles that are in stories
 */
public record Findings(
    SparkSession spark,
    Dataset<Row> articles,
    Dataset<Row> rejected,
    Vocabulary vocabulary,
    Dataset<Row> vectors,
    Dataset<Row> articleTopics,
    List<Topic> topics,
    List<Topics.Link> links,
    List<TopicContinuity.Link> lineage,
    List<TopicSelection.Candidate> selection,
    Periods periods,
    Dataset<Row> names,
    Optional<DateContrast> compare,
    Dataset<Row> stories) {

  /** The articles with a date that is within the axis of the tables over time. */
  Dataset<Row> dated() {
    return articles.where(
        periods
            .dates()
            .map(range -> range.contains(col("published")))
            .orElse(col("published").isNotNull()));
  }
}
