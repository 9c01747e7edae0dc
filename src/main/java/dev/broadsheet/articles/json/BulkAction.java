package dev.broadsheet.articles.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The lines of Elasticsearch's and OpenSearch's bulk format that are no records but say what is to
 * be done with the next one: {@code {"index": {"_index": "news", "_id": "7"}}}.
 */
final class BulkAction {
  private static final Set<String> ACTIONS = Set.of("index", "create", "update", "delete");

  /** What an action says of its record. */
  private static final Pattern METADATA =
      Pattern.compile(
          "_.*|routing|parent|version|version_type|pipeline|require_alias|retry_on_conflict|if_seq_no|if_primary_term|dynamic_templates");

  private BulkAction() {}

  /** Whether a file of lines is in this format, by the first key in it. */
  static boolean begins(String firstKey) {
    return ACTIONS.contains(firstKey);
  }

  /** Whether a value is an action. */
  static boolean is(JsonNode value) {
    if (!value.isObject() || value.size() != 1) {
      return false;
    }
    JsonNode about = value.iterator().next();
    return ACTIONS.contains(value.fieldNames().next())
        && about.isObject()
        && about.propertyStream().allMatch(entry -> METADATA.matcher(entry.getKey()).matches());
  }
}
