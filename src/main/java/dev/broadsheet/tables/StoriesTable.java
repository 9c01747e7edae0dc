package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import dev.broadsheet.shuffle.ByKey;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import scala.Tuple2;

/** Texts that were printed more than once, word for word or nearly. */
final class StoriesTable extends DistributedTable {
  StoriesTable() {
    super(
        "stories",
        "A story: two or more articles with one text, word for word or nearly; versions of an article under its own URL are none.",
        """
        story_id STRING NOT NULL COMMENT 'article_id of its first article',
        title STRING NOT NULL COMMENT 'of the first article',
        articles BIGINT NOT NULL COMMENT 'how many printed it, duplicates too',
        sources BIGINT NOT NULL COMMENT 'how many sources these have',
        first_published DATE COMMENT 'day of the earliest; null if none has one',
        last_published DATE COMMENT 'day of the latest',
        topic_id INT COMMENT 'main topic of most of its articles, then the smallest; null if none has one'
        """,
        Growth.ARTICLES,
        "story_id");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(Fact.sum("articles"));
  }

  @Override
  JavaRDD<Row> rows(Findings findings) {
    return ByKey.mergedInFew(
            findings
                .articles()
                .filter(article -> article.story().isPresent())
                .mapToPair(article -> new Tuple2<>(article.storyId(), new Members(article))),
            Members::add)
        .map(story -> story._2().row(story._1()));
  }

  /** The articles of a story. */
  private static final class Members implements Serializable {
    private static final long serialVersionUID = 1;
    private String title;
    private long articles = 1;
    private final Set<String> sources = new HashSet<>();
    private int first = Integer.MAX_VALUE;
    private int last = Integer.MIN_VALUE;
    private final Map<Integer, Long> topics = new HashMap<>();

    Members(Article article) {
      title = article.story().orElseThrow().isFirst() ? article.title() : null;
      if (article.source() != null) {
        sources.add(article.source());
      }
      if (article.hasDay()) {
        first = article.day();
        last = article.day();
      }
      article.mainTopic().ifPresent(id -> topics.put(id, 1L));
    }

    Members add(Members other) {
      title = title == null ? other.title : title;
      articles += other.articles;
      sources.addAll(other.sources);
      first = Math.min(first, other.first);
      last = Math.max(last, other.last);
      other.topics.forEach((id, count) -> topics.merge(id, count, Long::sum));
      return this;
    }

    Row row(String storyId) {
      boolean dated = last != Integer.MIN_VALUE;
      return RowFactory.create(
          storyId,
          title,
          articles,
          (long) sources.size(),
          dated ? LocalDate.ofEpochDay(first) : null,
          dated ? LocalDate.ofEpochDay(last) : null,
          topic());
    }

    private Integer topic() {
      return topics.isEmpty()
          ? null
          : Collections.max(
                  topics.entrySet(),
                  Map.Entry.<Integer, Long>comparingByValue()
                      .thenComparing(Map.Entry.<Integer, Long>comparingByKey().reversed()))
              .getKey();
    }
  }
}
