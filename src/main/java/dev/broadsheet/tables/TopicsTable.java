package dev.broadsheet.tables;

import dev.broadsheet.runs.Fact;
import dev.broadsheet.topics.description.JunkTopics;
import dev.broadsheet.topics.description.Topic;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The topics. */
final class TopicsTable extends BoundedTable {
  private static final double TINY = 0.05;

  TopicsTable() {
    super(
        "topics",
        "A topic.",
        """
        topic_id INT NOT NULL COMMENT 'stays with the topic from run to run; in a first run 1 is the largest',
        label STRING NOT NULL COMMENT 'the terms that tell it from the others; no two alike',
        articles BIGINT NOT NULL COMMENT 'articles whose main topic it is, duplicates too',
        share DOUBLE NOT NULL COMMENT 'its part of all articles'' weights, 0 to 1',
        npmi DOUBLE NOT NULL COMMENT 'coherence: whether its ten best terms are in the same articles, -1 to 1',
        exclusivity DOUBLE NOT NULL COMMENT 'how much the ten best terms are its own, 0 to 1',
        x DOUBLE NOT NULL COMMENT 'place on the map of topics, about -1 to 1; similar topics are near',
        y DOUBLE NOT NULL COMMENT 'place on the map of topics, about -1 to 1',
        parent_id INT NOT NULL COMMENT 'the largest topic of its group of similar topics; itself if it is that',
        first_seen STRING NOT NULL COMMENT 'run_id of the first run that had it',
        junk BOOLEAN NOT NULL COMMENT 'whether it is about nothing',
        junk_reason STRING COMMENT 'boilerplate (the terms of twenty articles or more nearly always come together), one_source, or near_uniform (as the whole corpus); null for no junk',
        model_index INT NOT NULL COMMENT 'its place in the vectors of weights of this run''s model, from 0',
        relative_size DOUBLE NOT NULL COMMENT 'articles over the mean of all topics'': 1 is an equal share; below 0.05 a topic is tiny'
        """,
        "topic_id");
  }

  @Override
  List<Fact> facts(Expectations expected) {
    return List.of(
        Fact.sum("articles"),
        Fact.max("articles"),
        Fact.count("tiny", row -> row.number("relative_size") < TINY));
  }

  @Override
  List<Row> rows(Findings findings) {
    double all = findings.model().topics().stream().mapToLong(Topic::articles).sum();
    int topics = findings.model().topics().size();
    return findings.model().topics().stream()
        .map(
            t ->
                RowFactory.create(
                    t.id(),
                    t.label(),
                    t.articles(),
                    t.share(),
                    t.quality().npmi(),
                    t.quality().exclusivity(),
                    t.x(),
                    t.y(),
                    t.parentId(),
                    t.firstSeen(),
                    t.junk().isPresent(),
                    t.junk().map(JunkTopics.Reason::label).orElse(null),
                    t.index(),
                    t.articles() * topics / all))
        .toList();
  }
}
