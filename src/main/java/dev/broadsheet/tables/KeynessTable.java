package dev.broadsheet.tables;

import dev.broadsheet.statistics.Keyness;
import dev.broadsheet.statistics.Keyness.Score;
import dev.broadsheet.statistics.Keyness.Side;
import dev.broadsheet.topics.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The terms that tell two sets of articles apart. */
final class KeynessTable extends BoundedTable {
  private static final int MOST = 50;

  KeynessTable() {
    super(
        "keyness",
        "One of the 50 terms that a set of articles has most above another: the last period against all others, each of the ten largest sources against the rest, and the ranges of --compare; originals in the language of the model. Verbs and their like, as the corpus uses them, are left out.",
        """
        comparison STRING NOT NULL COMMENT 'a against b: 2026-W48 against the rest, source news.example against the rest, or two ranges of days',
        side STRING NOT NULL COMMENT 'a or b, whichever has the term more often',
        rank INT NOT NULL COMMENT '1 is the surest, by z',
        term STRING NOT NULL COMMENT 'as in terms',
        articles_a BIGINT NOT NULL COMMENT 'articles of a that have the term',
        articles_b BIGINT NOT NULL COMMENT 'articles of b that have it',
        rate_a DOUBLE NOT NULL COMMENT 'articles_a over all articles of a',
        rate_b DOUBLE NOT NULL COMMENT 'articles_b over all articles of b',
        log_odds DOUBLE NOT NULL COMMENT 'ln of the odds in a over the odds in b, drawn to the rate in the whole corpus (informative Dirichlet prior); above 0 for side a',
        z DOUBLE NOT NULL COMMENT 'log_odds in standard deviations',
        q DOUBLE NOT NULL COMMENT 'false discovery rate among the terms of the comparison that may be here'
        """,
        "comparison",
        "side",
        "rank");
  }

  @Override
  List<Row> rows(Findings findings) {
    Vocabulary vocabulary = findings.vocabulary();
    TermCounts counts = findings.counts().terms();
    int[] terms = findings.nominals();
    Side corpus = new Side(vocabulary.documents(), vocabulary.documentFrequency());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < counts.comparisons().size(); i++) {
      String name = counts.comparisons().get(i);
      Side a = counts.side(i, 0);
      Side b = counts.side(i, 1);
      if (a.articles() > 0 && b.articles() > 0) {
        List<Score> scores = Keyness.of(a, b, corpus, terms);
        rows.addAll(rows(name, "a", a, b, best(scores, z -> z > 0), vocabulary.terms()));
        rows.addAll(rows(name, "b", a, b, best(scores, z -> z < 0), vocabulary.terms()));
      }
    }
    return rows;
  }

  private static List<Score> best(List<Score> scores, DoublePredicate z) {
    return scores.stream().filter(score -> z.test(score.z())).limit(MOST).toList();
  }

  private static List<Row> rows(
      String comparison, String side, Side a, Side b, List<Score> best, String[] terms) {
    return IntStream.range(0, best.size())
        .mapToObj(
            i -> {
              Score score = best.get(i);
              long articlesA = a.frequency()[score.term()];
              long articlesB = b.frequency()[score.term()];
              return RowFactory.create(
                  comparison,
                  side,
                  i + 1,
                  terms[score.term()],
                  articlesA,
                  articlesB,
                  (double) articlesA / a.articles(),
                  (double) articlesB / b.articles(),
                  score.logOdds(),
                  score.z(),
                  score.q());
            })
        .toList();
  }
}
