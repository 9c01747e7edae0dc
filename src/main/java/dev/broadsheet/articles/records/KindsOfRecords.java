package dev.broadsheet.articles.records;

import dev.broadsheet.articles.records.BesideArticles.Fields;
import java.util.List;
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

  private static final int DELETED_BIT = 8;

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

  private record Thing(String type, String kind) {}

  /** The first of those that a thing is counts. */
  private static final List<Thing> THINGS =
      List.of(
          new Thing("Person", "people"),
          new Thing("Organization", "organisations"),
          new Thing("WebSite", "sites"),
          new Thing("Page", "pages"),
          new Thing("ImageObject", "pictures"));

  /** A field that says of any record, by one of these values, that it is no article. */
  record Flag(String field, Set<String> values, String kind) {
    boolean isOf(Fields record) {
      return record.has(field) && values.contains(record.text(field).strip());
    }
  }

  /** The first that says so counts. */
  static final List<Flag> FLAGS =
      List.of(
          new Flag("isDeleted", SET, DELETED),
          new Flag("is_deleted", SET, DELETED),
          new Flag("isDraft", SET, DRAFTS),
          new Flag("is_draft", SET, DRAFTS),
          new Flag("isPublished", NOT, UNPUBLISHED_ONES),
          new Flag("is_published", NOT, UNPUBLISHED_ONES));

  private KindsOfRecords() {}

  /** What a record is by its flags alone. */
  static Optional<String> flagged(Fields record) {
    return FLAGS.stream().filter(flag -> flag.isOf(record)).map(Flag::kind).findFirst();
  }

  /** Whether a field may say so. */
  static boolean isFlag(String name) {
    return FLAGS.stream().anyMatch(flag -> flag.field.equals(name));
  }

  /** What has no day on which it was published, and a field for that. */
  static Optional<String> draft(Fields record, String published) {
    return record.text(published).equals("null") ? Optional.of(DRAFTS) : Optional.empty();
  }

  /** A comment below another text has no title; an opinion piece that is called so has one. */
  static Optional<String> comment(Fields record) {
    String title = record.text("title").strip();
    return record.text("type").equals("comment") && (title.isEmpty() || NoValue.isWritten(title))
        ? Optional.of("comments")
        : Optional.empty();
  }

  /** What the flags say that Thunderbird has of a message. */
  static Optional<String> deletedMessage(String flags) {
    return flags.matches("\\p{XDigit}{4}") && (Integer.parseInt(flags, 16) & DELETED_BIT) != 0
        ? Optional.of("deleted messages")
        : Optional.empty();
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

  /** A list of schema.org that is a place on a site; others may be of articles. */
  static Optional<String> list(String type) {
    return type.contains("BreadcrumbList")
        ? Optional.of(BesideArticles.OTHER_THINGS)
        : Optional.empty();
  }

  /** What a thing of schema.org is that is no article. */
  static Optional<String> thing(String type) {
    return type.isBlank() || ARTICLE.matcher(type).find()
        ? Optional.empty()
        : Optional.of(
            THINGS.stream()
                .filter(thing -> type.contains(thing.type))
                .map(Thing::kind)
                .findFirst()
                .orElse(BesideArticles.OTHER_THINGS));
  }
}
