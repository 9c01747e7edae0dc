package dev.broadsheet.articles.records;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands beside articles in exports, as these say themselves: drafts, pages and files of
 * content systems, talk and redirects of a wiki, people and sites in a graph of schema.org. Such a
 * record is neither an article nor rejected, but left out and counted by its kind, whatever the
 * format. This is the one place that knows.
 */
public final class BesideArticles {
  /** The fields of a record, by their names. */
  public interface Fields {
    /** Whether there is such a field, be it empty. */
    boolean has(String name);

    /** A field's value as text; empty if there is none. */
    String text(String name);
  }

  /** A kind of export, told by the fields of its records. */
  private enum Export {
    /** A status alone may be that of a law; with the end of an address it is a page's. */
    CONTENT_SYSTEM("what is published of a content system", List.of("status", "slug")) {
      @Override
      Optional<String> kind(Fields record) {
        String status = record.text("status").toLowerCase(Locale.ROOT);
        return posted(record.text("type")).or(() -> Optional.ofNullable(UNPUBLISHED.get(status)));
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
    SITE("what is published of a site", List.of("slug", "draft")) {
      @Override
      Optional<String> kind(Fields record) {
        return record.text("draft").equalsIgnoreCase("true")
            ? Optional.of(DRAFTS)
            : Optional.empty();
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
    SANITY("", List.of("_id", "_type")) {
      @Override
      Optional<String> kind(Fields record) {
        return record.text("_id").startsWith("drafts.")
            ? Optional.of(DRAFTS)
            : record.text("_type").startsWith("sanity.") ? Optional.of(FILES) : Optional.empty();
      }
    },
    CHAT("posts that have a text", List.of("text_entities", "date_unixtime")) {
      @Override
      Optional<String> kind(Fields record) {
        return record.text("type").equals("service")
            ? Optional.of("notices")
            : record.text("text").isBlank() ? Optional.of(FILES) : Optional.empty();
      }
    },
    OUTBOX("posts that have a text", List.of("actor", "object")) {
      @Override
      Optional<String> kind(Fields record) {
        return record.text("type").equals("Announce")
            ? Optional.of("shares of others' posts")
            : Optional.empty();
      }
    },
    WIKI("pages of a wiki with a text of their own", List.of("ns", "revision")) {
      @Override
      Optional<String> kind(Fields record) {
        String space = record.text("ns").strip();
        if (!space.equals("0")) {
          return Optional.of(space.matches("\\d*[13579]") ? "talk pages" : "pages about others");
        }
        return record.has("redirect") ? Optional.of("redirects") : Optional.empty();
      }
    },
    GRAPH("what is an article of schema.org", List.of("@type", "@id")) {
      @Override
      Optional<String> kind(Fields record) {
        String type = record.text("@type");
        return ARTICLE.matcher(type).find()
            ? Optional.empty()
            : Optional.of(
                THINGS.entrySet().stream()
                    .filter(thing -> type.contains(thing.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse("other things"));
      }
    };

    private final String said;
    private final List<String> fields;

    Export(String said, List<String> fields) {
      this.said = said;
      this.fields = fields;
    }

    /** What a record of such an export is; empty for an article. */
    abstract Optional<String> kind(Fields record);
  }

  private static final Export[] EXPORTS = Export.values();

  private static final String DRAFTS = "drafts";
  private static final String FILES = "pictures and files";
  private static final String UNPUBLISHED_ONES = "unpublished";

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

  private static final Map<String, String> TYPES =
      Map.of(
          "page", "pages",
          "attachment", "attachments",
          "nav_menu_item", "menu items",
          "revision", "revisions",
          "custom_css", "settings",
          "customize_changeset", "settings",
          "oembed_cache", "settings");

  private static final Pattern ARTICLE =
      Pattern.compile("Article|Posting|Report|Review|CreativeWork");

  private static final Map<String, String> THINGS =
      Map.of(
          "Person", "people",
          "Organization", "organisations",
          "WebSite", "sites",
          "Page", "pages",
          "ImageObject", "pictures");

  private BesideArticles() {}

  /** Whether records that have these fields may be such. */
  public static boolean mayBe(Collection<String> names) {
    return exports(names).findAny().isPresent();
  }

  /** What is said of files whose records have these fields; empty where all are articles. */
  public static String said(Collection<String> names) {
    return exports(names)
        .map(export -> export.said)
        .filter(said -> !said.isEmpty())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Stream<Export> exports(Collection<String> names) {
    Set<String> known = Set.copyOf(names);
    return Arrays.stream(EXPORTS).filter(export -> known.containsAll(export.fields));
  }

  /**
   * How many records were left out.
   *
   * @param kinds with their counts, as they are to be told
   * @return {@code 312 left out (drafts 290, pages 22)}; empty for none
   */
  public static String counted(Map<String, Long> kinds) {
    return kinds.isEmpty()
        ? ""
        : kinds.entrySet().stream()
            .map(kind -> String.format(Locale.ROOT, "%s %,d", kind.getKey(), kind.getValue()))
            .collect(
                Collectors.joining(
                    ", ",
                    String.format(
                        Locale.ROOT,
                        "%,d left out (",
                        kinds.values().stream().mapToLong(Long::longValue).sum()),
                    ")"));
  }

  /**
   * What a record is, in the plural, if it is known to be no article: {@code drafts}, {@code
   * redirects}. There are a dozen kinds.
   */
  public static Optional<String> kind(Fields record) {
    for (Export export : EXPORTS) {
      if (record.has(export.fields.get(0)) && record.has(export.fields.get(1))) {
        Optional<String> kind = export.kind(record);
        if (kind.isPresent()) {
          return kind;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> posted(String type) {
    return Optional.ofNullable(type.startsWith("wp_") ? "settings" : TYPES.get(type));
  }

  private static Optional<String> unpublished(String status) {
    return status.equals("publish") || status.isEmpty()
        ? Optional.empty()
        : Optional.of(UNPUBLISHED.getOrDefault(status, UNPUBLISHED_ONES));
  }
}
