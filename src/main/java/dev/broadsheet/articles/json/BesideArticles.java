package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands beside articles in files of two kinds: drafts in those of content systems (Ghost,
 * Strapi, WordPress), whose records have a status and the end of an address, as a status alone may
 * be that of a law or a case; and people, pages and sites in a graph of schema.org.
 */
final class BesideArticles {
  private static final List<String> OF_CONTENT_SYSTEMS = List.of("status", "slug");
  private static final List<String> OF_GRAPHS = List.of("@type", "@id");
  private static final Set<String> UNPUBLISHED =
      Set.of(
          "draft",
          "auto-draft",
          "scheduled",
          "future",
          "pending",
          "private",
          "trash",
          "trashed",
          "unpublished");

  private static final Pattern ARTICLE =
      Pattern.compile(".*(?:Article|Posting|Report|Review|CreativeWork).*");

  private BesideArticles() {}

  /** What is said of files whose records have these fields; empty where all are articles. */
  static String leftOut(Collection<String> names) {
    return Stream.of(
            names.containsAll(OF_CONTENT_SYSTEMS) ? "what is published of a content system" : "",
            names.containsAll(OF_GRAPHS) ? "what is an article of schema.org" : "")
        .filter(said -> !said.isEmpty())
        .collect(Collectors.joining(", "));
  }

  static boolean is(JsonNode record) {
    boolean draft =
        record.has("slug")
            && UNPUBLISHED.contains(record.path("status").asText().toLowerCase(Locale.ROOT));
    boolean node = OF_GRAPHS.stream().allMatch(record::has);
    return draft || node && !ARTICLE.matcher(record.path("@type").toString()).matches();
  }
}
