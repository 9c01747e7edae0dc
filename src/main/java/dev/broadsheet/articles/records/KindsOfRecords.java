package dev.broadsheet.articles.records;

import dev.broadsheet.articles.records.BesideArticles.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words by which exports say what a record is that is no article, and what that is called. */
final class KindsOfRecords {
  static final String DELETED = "deleted";
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

  private static final Set<String> SET = Set.of("true", "True", "TRUE", "1", "t");
  private static final Set<String> NOT = Set.of("false", "False", "FALSE", "0", "f");

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

  /** Fields that say of any record, by being set, that it is no article. */
  static final Map<String, String> FLAGS =
      Map.of("isDraft", DRAFTS, "is_draft", DRAFTS, "isDeleted", DELETED, "is_deleted", DELETED);

  /** Fields that say so by being not set. */
  static final Map<String, String> UNSET =
      Map.of("isPublished", UNPUBLISHED_ONES, "is_published", UNPUBLISHED_ONES);

  private KindsOfRecords() {}

  /** What a record is by its flags alone. */
  static Optional<String> flagged(Fields record) {
    return FLAGS.keySet().stream()
        .filter(flag -> record.has(flag) && SET.contains(record.text(flag).strip()))
        .map(FLAGS::get)
        .findFirst()
        .or(
            () ->
                UNSET.keySet().stream()
                    .filter(flag -> record.has(flag) && NOT.contains(record.text(flag).strip()))
                    .map(UNSET::get)
                    .findFirst());
  }

  /** Whether a field may say so. */
  static boolean isFlag(String name) {
    return FLAGS.containsKey(name) || UNSET.containsKey(name);
  }

  /** What has no day on which it was published, and a field for that. */
  static Optional<String> draft(Fields record, String published) {
    return record.text(published).equals("null") ? Optional.of(DRAFTS) : Optional.empty();
  }

  /** The number that Joomla has for it. */
  static Optional<String> ofState(String state) {
    return switch (state) {
      case "0" -> Optional.of(UNPUBLISHED_ONES);
      case "-2" -> Optional.of(DELETED);
      default -> Optional.empty();
    };
  }

  static Optional<String> deleted(String flag) {
    return SET.contains(flag.strip()) ? Optional.of(DELETED) : Optional.empty();
  }

  static Optional<String> hidden(String flag) {
    return SET.contains(flag.strip()) ? Optional.of(UNPUBLISHED_ONES) : Optional.empty();
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
