package dev.broadsheet.tables;

import dev.broadsheet.dates.DateContrast;
import dev.broadsheet.dates.Periods;
import dev.broadsheet.neighbours.TermOrder;
import dev.broadsheet.topics.Candidate;
import dev.broadsheet.topics.Vocabulary;
import dev.broadsheet.topics.description.Topic;
import dev.broadsheet.topics.description.TopicContinuity;
import dev.broadsheet.topics.description.Topics;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;

/** What the stages of the job found, from which all tables are computed. */
public record Findings(Corpus corpus, Model model, Counts counts) {
  /**
   * What was read.
   *
   * @param articles every valid article with its topics, names, terms and story; cached
   * @param rejected input_file, record, reason, detail, raw, published, source of every other
   *     record; cached
   * @param nominals for each term of the vocabulary whether it may name what is written about, or
   *     describe it, as verbs do not
   * @param periods into what periods the articles fall
   * @param compare what {@code --compare} asked for
   */
  public record Corpus(
      JavaRDD<Article> articles,
      JavaRDD<Row> rejected,
      Vocabulary vocabulary,
      boolean[] nominals,
      Periods periods,
      Optional<DateContrast> compare) {}

  /**
   * What was learnt.
   *
   * @param lineage what became of the topics of the run before
   * @param selection the numbers of topics that were tried
   * @param order of the vocabulary's terms, by their topics
   */
  public record Model(
      List<Topic> topics,
      List<Topics.Link> links,
      List<TopicContinuity.Link> lineage,
      List<Candidate> selection,
      TermOrder order) {}

  /** What was counted of all articles, on the driver, and of their names, on the cluster. */
  public record Counts(
      ArticleCounts articles, SourceCounts sources, TermCounts terms, NameCounts names) {}

  JavaRDD<Article> articles() {
    return corpus.articles();
  }

  Vocabulary vocabulary() {
    return corpus.vocabulary();
  }

  /** The terms that may name what is written about, or describe it: places in the vocabulary. */
  int[] nominals() {
    boolean[] nominals = corpus.nominals();
    return IntStream.range(0, nominals.length).filter(term -> nominals[term]).toArray();
  }
}
