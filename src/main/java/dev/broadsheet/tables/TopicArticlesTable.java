package dev.broadsheet.tables;

import dev.broadsheet.topics.description.TypicalTerms;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The articles to read for a topic. */
final class TopicArticlesTable extends BoundedTable {
  private static final int MOST = 25;

  TopicArticlesTable() {
    super(
        "topic_articles",
        "One of the 25 most typical articles of a topic, no duplicates and no two of one story.",
        """
        topic_id INT NOT NULL COMMENT 'the topic',
        rank INT NOT NULL COMMENT '1 is the most typical: the largest weight, times how much it has of the terms that tell the topic from the others, and how few other terms; then the latest',
        article_id STRING NOT NULL COMMENT 'an original article',
        title STRING NOT NULL COMMENT 'as in articles',
        url STRING COMMENT 'as in articles',
        source STRING COMMENT 'as in articles',
        published DATE COMMENT 'as in articles',
        weight DOUBLE NOT NULL COMMENT 'as in article_topics',
        snippet STRING NOT NULL COMMENT 'start of the body, at most 200 characters'
        """,
        "topic_id",
        "rank");
  }

  /**
   * An article and how typical it is of a topic: its weight, times {@linkplain TypicalTerms what
   * its terms say}.
   */
  private static final class Candidate implements Serializable {
    private static final long serialVersionUID = 1;

    static final Comparator<Candidate> MOST_TYPICAL =
        Comparator.comparingLong((Candidate c) -> -Math.round(c.typical * 1e9))
            .thenComparing(c -> c.hasDay ? -c.day : Integer.MAX_VALUE)
            .thenComparing(c -> c.id);

    private final double weight;
    private final double typical;
    private final boolean hasDay;
    private final int day;
    private final String id;

    /** Of one story a topic shows one article. */
    private final String story;

    private final String title;
    private final String url;
    private final String source;
    private final String snippet;

    Candidate(Article article, double weight, double typical) {
      this.weight = weight;
      this.typical = weight * typical;
      hasDay = article.hasDay();
      day = hasDay ? article.day() : 0;
      id = article.id();
      story = article.story().map(Article.Story::id).orElse(id);
      title = article.title();
      url = article.url();
      source = article.source();
      snippet = article.snippet();
    }

    private Row row(int topic, int rank) {
      return RowFactory.create(
          topic,
          rank,
          id,
          title,
          url,
          source,
          hasDay ? LocalDate.ofEpochDay(day) : null,
          weight,
          snippet);
    }
  }

  /** The most typical articles of each topic, of different stories. */
  private static final class Best implements Serializable {
    private static final long serialVersionUID = 1;
    private final Map<Integer, List<Candidate>> byTopic = new HashMap<>();

    Best add(Article article, TypicalTerms terms) {
      if (article.isOriginal()) {
        for (int i = 0; i < article.topics().length; i++) {
          int topic = article.topics()[i];
          double weight = article.weights()[i];
          if (mayAdd(topic, weight)) {
            add(topic, new Candidate(article, weight, terms.of(topic, article.terms())));
          }
        }
      }
      return this;
    }

    /** An article is no more typical than its weight. */
    private boolean mayAdd(int topic, double weight) {
      List<Candidate> best = byTopic.getOrDefault(topic, List.of());
      return best.size() < MOST || weight >= best.get(MOST - 1).typical;
    }

    Best add(Best other) {
      other.byTopic.forEach((topic, best) -> best.forEach(more -> add(topic, more)));
      return this;
    }

    private void add(int topic, Candidate more) {
      List<Candidate> best = byTopic.computeIfAbsent(topic, id -> new ArrayList<>());
      if (best.size() == MOST && Candidate.MOST_TYPICAL.compare(best.get(MOST - 1), more) < 0) {
        return;
      }
      if (best.stream()
          .filter(c -> c.story.equals(more.story))
          .anyMatch(c -> Candidate.MOST_TYPICAL.compare(c, more) < 0)) {
        return;
      }
      best.removeIf(c -> c.story.equals(more.story));
      best.add(more);
      best.sort(Candidate.MOST_TYPICAL);
      if (best.size() > MOST) {
        best.remove(MOST);
      }
    }
  }

  @Override
  List<Row> rows(Findings findings) {
    var terms = new TypicalTerms(findings.model().topics(), findings.vocabulary());
    Broadcast<TypicalTerms> shared =
        JavaSparkContext.fromSparkContext(findings.articles().context()).broadcast(terms);
    Best best =
        findings
            .articles()
            .treeAggregate(new Best(), (b, article) -> b.add(article, shared.value()), Best::add);
    shared.destroy();
    List<Row> rows = new ArrayList<>();
    best.byTopic.forEach(
        (topic, candidates) -> {
          for (int i = 0; i < candidates.size(); i++) {
            rows.add(candidates.get(i).row(topic, i + 1));
          }
        });
    return rows;
  }
}
