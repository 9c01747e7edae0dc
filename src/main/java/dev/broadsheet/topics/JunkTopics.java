package dev.broadsheet.topics;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Says which topics are about nothing, by three rules; none among fewer than 20 documents, whose
 * terms come together by chance.
 */
public final class JunkTopics {
  /** Ten terms that nearly always come together are a text that is pasted into articles. */
  private static final double PASTED = 0.85;

  /** A topic this near to the corpus (Jensen–Shannon distance, 0 to 1) says nothing of its own. */
  private static final double NEAR = 0.25;

  /** A topic belongs to a source that has this part of its articles, */
  private static final double MOST = 0.95;

  /** where the corpus has three sources or more, none with more than half of it, */
  private static final int SOURCES = 3;

  private static final double HALF = 0.5;

  /** and the topic enough articles to say so. */
  private static final long ARTICLES = 10;

  private static final long FEW = 20;

  /** Why a topic is junk. */
  public enum Reason {
    /** Its best terms nearly always occur together: NPMI of 0.85 or more. */
    BOILERPLATE,
    /** 95 % of its ten articles or more are of one source, in a corpus of several. */
    ONE_SOURCE,
    /** Its terms are those of the whole corpus: a distance to it of 0.25 or less. */
    NEAR_UNIFORM;

    /** The name in {@code topics.junk_reason}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How the articles of a topic are spread over sources. */
  private record Sources(long articles, long largest) {}

  private final Map<Integer, Sources> byTopic = new HashMap<>();
  private final boolean few;
  private final boolean severalSources;

  /**
   * Counts sources, one row a topic on the driver.
   *
   * @param mainTopics topic_id and source, a row for each article
   * @param documents how many the topics were learnt from
   */
  public JunkTopics(Dataset<Row> mainTopics, long documents) {
    few = documents < FEW;
    Dataset<Row> counts =
        mainTopics
            .where(col("source").isNotNull())
            .groupBy("topic_id", "source")
            .agg(count(lit(1)).as("articles"));
    counts
        .groupBy("topic_id")
        .agg(sum("articles"), max("articles"))
        .collectAsList()
        .forEach(r -> byTopic.put(r.getInt(0), new Sources(r.getLong(1), r.getLong(2))));
    Row all =
        counts
            .groupBy("source")
            .agg(sum("articles").as("articles"))
            .agg(count_distinct(col("source")), sum("articles"), max("articles"))
            .head();
    severalSources = all.getLong(0) >= SOURCES && all.getLong(2) <= HALF * all.getLong(1);
  }

  /**
   * Why a topic is junk, if it is.
   *
   * @param npmi of its best terms
   * @param distance from p(term | topic) to p(term), Jensen–Shannon
   */
  Optional<Reason> reason(int topicId, double npmi, double distance) {
    if (few) {
      return Optional.empty();
    }
    if (npmi >= PASTED) {
      return Optional.of(Reason.BOILERPLATE);
    }
    Sources sources = byTopic.getOrDefault(topicId, new Sources(0, 0));
    if (severalSources
        && sources.articles() >= ARTICLES
        && sources.largest() >= MOST * sources.articles()) {
      return Optional.of(Reason.ONE_SOURCE);
    }
    return distance <= NEAR ? Optional.of(Reason.NEAR_UNIFORM) : Optional.empty();
  }
}
