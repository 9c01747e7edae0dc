package dev.broadsheet.runs;

import java.util.Map;
import java.util.Optional;

/**
 * The column that a check is about, for those who read checks as assertions on data. Checks of all
 * tables, or of several columns, are about none.
 */
public record CheckedColumn(String table, String column) {
  private static final Map<String, CheckedColumn> BY_CHECK =
      Map.ofEntries(
          Map.entry("weights_add_up", new CheckedColumn("article_topics", "weight")),
          Map.entry("topics_have_terms", new CheckedColumn("topic_terms", "topic_id")),
          Map.entry("topics_agree", new CheckedColumn("topics", "articles")),
          Map.entry("sources_agree", new CheckedColumn("topic_sources", "articles")),
          Map.entry("similar_are_others", new CheckedColumn("similar_articles", "other_id")),
          Map.entry("days_continuous", new CheckedColumn("topic_days", "day")),
          Map.entry("days_agree", new CheckedColumn("days", "articles")),
          Map.entry("names_agree", new CheckedColumn("name_days", "articles")),
          Map.entry("stories_agree", new CheckedColumn("stories", "articles")),
          Map.entry("rejected_records", new CheckedColumn("quarantine", "reason")),
          Map.entry("articles_without_topic", new CheckedColumn("articles", "topic_id")),
          Map.entry("other_languages", new CheckedColumn("articles", "language")),
          Map.entry("language_supported", new CheckedColumn("articles", "language")),
          Map.entry("duplicates", new CheckedColumn("articles", "duplicate_of")),
          Map.entry("repeated_words", new CheckedColumn("articles", "own_words")),
          Map.entry("without_own_text", new CheckedColumn("articles", "own_words")),
          Map.entry("lost_encodings", new CheckedColumn("articles", "defects")),
          Map.entry("few_articles", new CheckedColumn("articles", "article_id")),
          Map.entry("topics_reduced", new CheckedColumn("topics", "topic_id")),
          Map.entry("largest_topic", new CheckedColumn("topics", "articles")),
          Map.entry("tiny_topics", new CheckedColumn("topics", "relative_size")),
          Map.entry("future_dates", new CheckedColumn("articles", "published")),
          Map.entry("stray_dates", new CheckedColumn("articles", "published")),
          Map.entry("crowded_day", new CheckedColumn("articles", "published")),
          Map.entry("addresses_lost", new CheckedColumn("articles", "url")),
          Map.entry("addresses_shared", new CheckedColumn("articles", "url")));

  /** The column of a check; empty for one that is about several. */
  public static Optional<CheckedColumn> of(String check) {
    return Optional.ofNullable(BY_CHECK.get(check));
  }

  /** The checks that are about one column, by name. */
  public static Map<String, CheckedColumn> byCheck() {
    return BY_CHECK;
  }
}
