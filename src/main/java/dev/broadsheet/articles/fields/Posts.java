package dev.broadsheet.articles.fields;

import dev.broadsheet.articles.records.ArticleField;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What chats and networks export: posts of a text, a time, and no title, known by fields that only
 * they have. The text is title and body; its first line becomes the title.
 */
final class Posts {
  /**
   * An export of posts.
   *
   * @param around the object of a record that is the post, with a dot behind it
   * @param known fields that tell it
   * @param url empty for none
   */
  private record Export(String around, List<String> known, String text, String date, String url) {}

  private static final List<String> OF_X = List.of("full_text", "retweet_count");

  private static final List<Export> EXPORTS =
      List.of(
          // Telegram, X, Mastodon, its and others' outbox (ActivityPub), Discord, Bluesky, Facebook
          new Export("", List.of("text_entities", "date_unixtime"), "text", "date", ""),
          new Export("", OF_X, "full_text", "created_at", ""),
          new Export("tweet.", OF_X, "full_text", "created_at", ""),
          new Export("", List.of("reblogs_count", "visibility"), "content", "created_at", "url"),
          new Export("object.", List.of("inReplyTo", "content"), "content", "published", "url"),
          new Export("", List.of("isPinned", "timestampEdited"), "content", "timestamp", ""),
          new Export(
              "post.record.", List.of("text", "createdAt", "$type"), "text", "createdAt", ""),
          new Export("", List.of("data.post", "timestamp"), "data.post", "timestamp", ""));

  private Posts() {}

  /** The fields of posts among those of a file's records; empty if they are none. */
  static Map<ArticleField, List<String>> fields(Collection<String> names) {
    return EXPORTS.stream()
        .filter(
            export ->
                export.known.stream().allMatch(known -> names.contains(export.around + known)))
        .findFirst()
        .map(export -> fields(export, export.around, names))
        .orElse(Map.of());
  }

  private static Map<ArticleField, List<String>> fields(
      Export export, String around, Collection<String> names) {
    var fields = new EnumMap<ArticleField, List<String>>(ArticleField.class);
    fields.put(ArticleField.TITLE, List.of(around + export.text));
    fields.put(ArticleField.DATE, List.of(around + export.date));
    if (names.contains(around + export.url)) {
      fields.put(ArticleField.URL, List.of(around + export.url));
    }
    fields.put(ArticleField.BODY, List.of(around + export.text));
    return fields;
  }
}
