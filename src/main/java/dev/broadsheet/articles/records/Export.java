package dev.broadsheet.articles.records;

import static dev.broadsheet.articles.records.KindsOfRecords.BLOGGERS_KIND;
import static dev.broadsheet.articles.records.KindsOfRecords.DRAFTS;
import static dev.broadsheet.articles.records.KindsOfRecords.FILES;
import static dev.broadsheet.articles.records.KindsOfRecords.UNPUBLISHED_ONES;
import static dev.broadsheet.articles.records.KindsOfRecords.comment;
import static dev.broadsheet.articles.records.KindsOfRecords.deleted;
import static dev.broadsheet.articles.records.KindsOfRecords.deletedMessage;
import static dev.broadsheet.articles.records.KindsOfRecords.draft;
import static dev.broadsheet.articles.records.KindsOfRecords.hidden;
import static dev.broadsheet.articles.records.KindsOfRecords.list;
import static dev.broadsheet.articles.records.KindsOfRecords.ofState;
import static dev.broadsheet.articles.records.KindsOfRecords.ofStatus;
import static dev.broadsheet.articles.records.KindsOfRecords.posted;
import static dev.broadsheet.articles.records.KindsOfRecords.thing;
import static dev.broadsheet.articles.records.KindsOfRecords.unpublished;

import dev.broadsheet.articles.records.BesideArticles.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** A kind of export, told by the fields of its records. */
enum Export {
  /** A status alone may be that of a law; with the end of an address it is a page's. */
  CONTENT_SYSTEM("what is published of a content system", List.of("status", "slug"), "type") {
    @Override
    Optional<String> kind(Fields record) {
      String status = record.text("status").toLowerCase(Locale.ROOT);
      return posted(record.text("type")).or(() -> ofStatus(status));
    }
  },
  WORDPRESS("what is published of WordPress", List.of("wp:status", "wp:post_type")) {
    @Override
    Optional<String> kind(Fields record) {
      return posted(record.text("wp:post_type")).or(() -> unpublished(record.text("wp:status")));
    }
  },
  WORDPRESS_TABLE("what is published of WordPress", List.of("post_status", "post_type")) {
    @Override
    Optional<String> kind(Fields record) {
      return posted(record.text("post_type")).or(() -> unpublished(record.text("post_status")));
    }
  },
  JOOMLA("what is published of Joomla", List.of("introtext", "state")) {
    @Override
    Optional<String> kind(Fields record) {
      return ofState(record.text("state").strip());
    }
  },
  TYPO3("what is published of TYPO3", List.of("tstamp", "hidden"), "deleted") {
    @Override
    Optional<String> kind(Fields record) {
      return deleted(record.text("deleted")).or(() -> hidden(record.text("hidden")));
    }
  },
  SITE("what is published of a site", List.of("slug", "draft")) {
    @Override
    Optional<String> kind(Fields record) {
      return record.text("draft").equalsIgnoreCase("true") ? Optional.of(DRAFTS) : Optional.empty();
    }
  },
  /** Published may be a date as well: then nothing is to be said. */
  SITE_THAT_PUBLISHES("", List.of("slug", "published")) {
    @Override
    Optional<String> kind(Fields record) {
      return record.text("published").equalsIgnoreCase("false")
          ? Optional.of(UNPUBLISHED_ONES)
          : Optional.empty();
    }
  },
  /** Drupal, as all that keep to JSON:API, has the fields of a record in one object. */
  DRUPAL("what is published of a content system", List.of("attributes", "attributes.status")) {
    @Override
    Optional<String> kind(Fields record) {
      return record.text("attributes.status").equals("false")
          ? Optional.of(UNPUBLISHED_ONES)
          : Optional.empty();
    }
  },
  STRAPI(
      "what is published of a content system",
      List.of("attributes", "attributes.updatedAt"),
      "attributes.publishedAt") {
    @Override
    Optional<String> kind(Fields record) {
      return draft(record, "attributes.publishedAt");
    }
  },
  STRAPI_5(
      "what is published of a content system", List.of("documentId", "updatedAt"), "publishedAt") {
    @Override
    Optional<String> kind(Fields record) {
      return draft(record, "publishedAt");
    }
  },
  SANITY("", List.of("_id", "_type")) {
    @Override
    Optional<String> kind(Fields record) {
      return record.text("_id").startsWith("drafts.")
          ? Optional.of(DRAFTS)
          : record.text("_type").startsWith("sanity.") ? Optional.of(FILES) : Optional.empty();
    }
  },
  CHAT("posts that have a text", List.of("text_entities", "date_unixtime"), "type", "text") {
    @Override
    Optional<String> kind(Fields record) {
      return record.text("type").equals("service")
          ? Optional.of("notices")
          : record.text("text").isBlank() ? Optional.of(FILES) : Optional.empty();
    }
  },
  OUTBOX("posts that have a text", List.of("actor", "object"), "type") {
    @Override
    Optional<String> kind(Fields record) {
      return record.text("type").equals("Announce")
          ? Optional.of("shares of others' posts")
          : Optional.empty();
    }
  },
  WIKI("pages of a wiki with a text of their own", List.of("ns", "revision"), "redirect") {
    @Override
    Optional<String> kind(Fields record) {
      String space = record.text("ns").strip();
      if (space.isEmpty()) {
        return Optional.empty();
      }
      if (!space.equals("0")) {
        return Optional.of(space.matches("\\d*[13579]") ? "talk pages" : "pages about others");
      }
      return record.isMarked("redirect") ? Optional.of("redirects") : Optional.empty();
    }
  },
  /** An entry of Atom says by its categories what it is. */
  BLOG("", List.of("category", "published")) {
    @Override
    Optional<String> kind(Fields record) {
      Matcher kind = BLOGGERS_KIND.matcher(record.text("category"));
      return kind.find()
          ? posted(kind.group(1))
              .or(
                  () ->
                      record.text("app:control").contains("yes")
                          ? Optional.of(DRAFTS)
                          : Optional.empty())
          : Optional.empty();
    }
  },
  TAKEN_BLOG("what is published of a blog", List.of("blogger:type", "blogger:status")) {
    @Override
    Optional<String> kind(Fields record) {
      String status = record.text("blogger:status");
      return posted(record.text("blogger:type").toLowerCase(Locale.ROOT))
          .or(
              () ->
                  status.isBlank() || status.equals("LIVE")
                      ? Optional.empty()
                      : Optional.of(status.equals("DRAFT") ? DRAFTS : UNPUBLISHED_ONES));
    }
  },
  /** Of questions, answers and texts about tags one table. */
  QUESTIONS("questions of Stack Exchange", List.of("@PostTypeId", "@Id")) {
    @Override
    Optional<String> kind(Fields record) {
      return switch (record.text("@PostTypeId")) {
        case "1" -> Optional.empty();
        case "2" -> Optional.of("answers");
        default -> Optional.of("texts about tags and the like");
      };
    }
  },
  FORUM("", List.of("parent", "type"), "title") {
    @Override
    Optional<String> kind(Fields record) {
      return comment(record);
    }
  },
  /** Photographs stand there without a word. */
  TIMELINE("posts that have a text", List.of("timestamp", "data"), "attachments") {
    @Override
    Optional<String> kind(Fields record) {
      String data = record.text("data");
      return record.has("attachments") && data.startsWith("[") && !data.contains("\"post\"")
          ? Optional.of(FILES)
          : Optional.empty();
    }
  },
  /** Thunderbird only marks what was deleted, until it compacts the mailbox. */
  MAILBOX("", List.of("x-mozilla-status", "x-mozilla-status2")) {
    @Override
    Optional<String> kind(Fields record) {
      return deletedMessage(record.text("x-mozilla-status").strip());
    }
  },
  LIST_OF_GRAPH("", List.of("itemListElement", "@type")) {
    @Override
    Optional<String> kind(Fields record) {
      return list(record.text("@type"));
    }
  },
  GRAPH("what is an article of schema.org", List.of("@type", "@id")) {
    @Override
    Optional<String> kind(Fields record) {
      return thing(record.text("@type"));
    }
  };

  private final String said;
  private final List<String> fields;
  private final List<String> more;

  /**
   * A kind of export.
   *
   * @param said of files of this kind
   * @param fields two that only such records have together
   * @param more fields that a record of this kind is asked for
   */
  Export(String said, List<String> fields, String... more) {
    this.said = said;
    this.fields = fields;
    this.more = List.of(more);
  }

  String said() {
    return said;
  }

  List<String> fields() {
    return fields;
  }

  /** All fields that a record is asked for. */
  Stream<String> asked() {
    return Stream.concat(fields.stream(), more.stream());
  }

  boolean isOf(Fields record) {
    return record.has(fields.get(0)) && record.has(fields.get(1));
  }

  /** What a record of such an export is; empty for an article. */
  abstract Optional<String> kind(Fields record);
}
