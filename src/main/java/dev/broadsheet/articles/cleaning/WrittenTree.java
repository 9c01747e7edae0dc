package dev.broadsheet.articles.cleaning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A tree of {@link RichText} that stands as JSON in a field for one text, as tables of content
 * systems have it.
 */
public final class WrittenTree {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private WrittenTree() {}

  /** What a tree says; any other text as it is, and null for null. */
  public static String text(String text) {
    if (text == null || !text.startsWith("{\"") && !text.startsWith("[{")) {
      return text;
    }
    try {
      JsonNode tree = JSON.readTree(text);
      return (tree.isArray() ? RichText.of(tree.valueStream().toList()) : RichText.of(tree))
          .orElse(text);
    } catch (JsonProcessingException e) {
      return text;
    }
  }
}
