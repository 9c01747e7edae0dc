package dev.broadsheet.tables;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** How good each number of topics was that was tried. */
final class ModelSelectionTable extends BoundedTable {
  ModelSelectionTable() {
    super(
        "model_selection",
        "A number of topics that was tried on a sample of the articles, by nmf whatever the algorithm; only the chosen one where it was given.",
        """
        topics INT NOT NULL COMMENT 'the number',
        npmi DOUBLE NOT NULL COMMENT 'mean coherence of the topics, -1 to 1',
        diversity DOUBLE NOT NULL COMMENT 'part of different terms among all topics'' ten best, 0 to 1',
        exclusivity DOUBLE NOT NULL COMMENT 'how much these terms belong to one topic, mean, 0 to 1',
        score DOUBLE NOT NULL COMMENT 'what so many topics gain over one topic (evidence), in nats for each term of an article; in a first run times the cube of the mean share of an article''s main topic, and the fewest topics within 2 % of the best are taken, or more so that mixed is at most 0.025; one that continues another takes as many new topics as score best; 0 where the number was asked for',
        mixed DOUBLE NOT NULL COMMENT 'part of the articles that are in the topic of a subject with which their own has nothing in common, in a first run; 0 to 1',
        seconds DOUBLE NOT NULL COMMENT 'wall clock',
        chosen BOOLEAN NOT NULL COMMENT 'whether the run has so many'
        """,
        "topics");
  }

  @Override
  public List<String> clockReadings() {
    return List.of("seconds");
  }

  @Override
  List<Row> rows(Findings findings) {
    return findings.model().selection().stream()
        .map(
            c ->
                RowFactory.create(
                    c.topics(),
                    c.npmi(),
                    c.diversity(),
                    c.exclusivity(),
                    c.score(),
                    c.mixed(),
                    c.seconds(),
                    c.chosen()))
        .toList();
  }
}
