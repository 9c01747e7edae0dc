package dev.broadsheet.tables;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        rank INT NOT NULL COMMENT '1 is the most typical: the largest weight, then the latest',
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

  /** An article and how typical it is of a topic. */
  private static final class Candidate implements Serializable {
    private static final long serialVersionUID = 1;

    static final Comparator<Candidate> MOST_TYPICAL =
        Comparator.comparingLong((Candidate c) -> -Math.round(c.weight * 1e9))
            .thenComparing(c -> c.article.hasDay() ? -c.article.day() : Integer.MAX_VALUE)
            .thenComparing(c -> c.article.id());

    private final Article article;
    private final double weight;

    Candidate(Article article, double weight) {
      this.article = article;
      this.weight = weight;
    }

    /** Of one story a topic shows one article. */
    String story() {
      return article.story().map(Article.Story::id).orElse(article.id());
    }
  }

  /** The most typical articles of each topic, of different stories. */
  private static final class Best implements Serializable {
    private static final long serialVersionUID = 1;
    private final Map<Integer, List<Candidate>> byTopic = new HashMap<>();

    Best add(Article article) {
      if (article.isOriginal()) {
        for (int i = 0; i < article.topics().length; i++) {
          add(article.topics()[i], new Candidate(article, article.weights()[i]));
        }
      }
      return this;
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
          .filter(c -> c.story().equals(more.story()))
          .anyMatch(c -> Candidate.MOST_TYPICAL.compare(c, more) < 0)) {
        return;
      }
      best.removeIf(c -> c.story().equals(more.story()));
      best.add(more);
      best.sort(Candidate.MOST_TYPICAL);
      if (best.size() > MOST) {
        best.remove(MOST);
      }
    }
  }

  @Override
  List<Row> rows(Findings findings) {
    Best best = findings.articles().treeAggregate(new Best(), Best::add, Best::add);
    List<Row> rows = new ArrayList<>();
    best.byTopic.forEach(
        (topic, candidates) -> {
          for (int i = 0; i < candidates.size(); i++) {
            rows.add(row(topic, i + 1, candidates.get(i)));
          }
        });
    return rows;
  }

  private static Row row(int topic, int rank, Candidate candidate) {
    Article a = candidate.article;
    return RowFactory.create(
        topic,
        rank,
        a.id(),
        a.title(),
        a.url(),
        a.source(),
        a.published(),
        candidate.weight,
        a.snippet());
  }
}
