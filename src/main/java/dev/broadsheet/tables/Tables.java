package dev.broadsheet.tables;

import java.util.List;
import java.util.stream.Stream;

/** All tables. */
public final class Tables {
  /** The tables that are computed from {@link Findings}, in the order of the data dictionary. */
  public static final List<ComputedTable> COMPUTED =
      List.of(
          new ArticlesTable(),
          new QuarantineTable(),
          new TermsTable(),
          new TermDaysTable(),
          new ArticleTermsTable(),
          new TopicsTable(),
          new TopicTermsTable(),
          new ArticleTopicsTable(),
          new TopicArticlesTable(),
          new TopicDaysTable(),
          new TopicSourcesTable(),
          new TopicLinksTable(),
          new TopicLineageTable(),
          new TrendingTermsTable(),
          new KeynessTable(),
          new StoriesTable(),
          new StoryArticlesTable(),
          new SimilarArticlesTable(),
          new NamesTable(),
          new NameDaysTable(),
          new DaysTable(),
          new ModelSelectionTable());

  /** The tables that tell of the run itself, which are written last. */
  public static final Table CHECKS = new ChecksTable();

  public static final Table STAGES = new StagesTable();

  private Tables() {}

  /** Every table of a run. */
  public static List<Table> all() {
    return Stream.concat(COMPUTED.stream(), Stream.of(CHECKS, STAGES)).toList();
  }
}
