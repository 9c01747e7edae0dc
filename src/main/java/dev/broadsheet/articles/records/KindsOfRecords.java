package dev.broadsheet.articles.records;

import dev.broadsheet.articles.records.BesideArticles.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The words by which exports say what a record is that is no article, and what that is called. */
final class KindsOfRecords {
  static final String DRAFTS = "drafts";
  static final String FILES = "pictures and files";
  static final String UNPUBLISHED_ONES = "unpublished";

  private static final Map<String, String> UNPUBLISHED =
      Map.of(
          "draft", DRAFTS,
          "auto-draft", DRAFTS,
          "scheduled", "scheduled",
          "future", "scheduled",
          "pending", UNPUBLISHED_ONES,
          "private", UNPUBLISHED_ONES,
          "trash", UNPUBLISHED_ONES,
          "trashed", UNPUBLISHED_ONES,
          "unpublished", UNPUBLISHED_ONES);

  static final Pattern BLOGGERS_KIND =
      Pattern.compile("schemas\\.google\\.com/blogger/2008/kind#(\\w+)");

  private static final Map<String, String> TYPES =
      Map.of(
          "page", "pages",
          "comment", "comments",
          "template", "settings",
          "attachment", "attachments",
          "nav_menu_item", "menu items",
          "revision", "revisions",
          "custom_css", "settings",
          "customize_changeset", "settings",
          "oembed_cache", "settings");

  private static final Pattern ARTICLE =
      Pattern.compile("(?i)article|posting|report|review|creativework|news ?item|story");

  private static final Map<String, String> THINGS =
      Map.of(
          "Person", "people",
          "Organization", "organisations",
          "WebSite", "sites",
          "Page", "pages",
          "ImageObject", "pictures");

  private KindsOfRecords() {}

  /** What has no day on which it was published, and a field for that. */
  static Optional<String> draft(Fields record, String published) {
    return record.text(published).equals("null") ? Optional.of(DRAFTS) : Optional.empty();
  }

  static Optional<String> posted(String type) {
    return Optional.ofNullable(
        type.startsWith("wp_") || type.equals("settings") ? "settings" : TYPES.get(type));
  }

  /** What a status says that may as well be of something else: other words say nothing. */
  static Optional<String> ofStatus(String status) {
    return Optional.ofNullable(UNPUBLISHED.get(status));
  }

  static Optional<String> unpublished(String status) {
    return status.equals("publish") || status.isEmpty()
        ? Optional.empty()
        : Optional.of(UNPUBLISHED.getOrDefault(status, UNPUBLISHED_ONES));
  }

  /** What a thing of schema.org is that is no article. */
  static Optional<String> thing(String type) {
    return type.isBlank() || ARTICLE.matcher(type).find()
        ? Optional.empty()
        : Optional.of(
            THINGS.entrySet().stream()
                .filter(thing -> type.contains(thing.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("other things"));
  }
}
