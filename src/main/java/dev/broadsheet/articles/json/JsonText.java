package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.util.regex.Pattern;

/** JSON as archives have it: with trailing commas, single quotes and NaN, which is nothing. */
public final class JsonText {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(factory())
          .addModule(new SimpleModule().addDeserializer(JsonNode.class, new RepeatedKeys()))
          .build();

  /** What Python prints for an object, and JSON has not. */
  private static final Pattern OF_PYTHON =
      Pattern.compile(
          "Unrecognized token '(?:None|True|False)'.*|Unrecognized character escape '''.*");

  private JsonText() {}

  /** Why something is no JSON, on one line, from what the parser says. */
  static String problem(String message) {
    String line = String.valueOf(message).lines().findFirst().orElse("");
    return OF_PYTHON.matcher(line).matches()
        ? line + ". It was printed by Python: write it with json.dumps"
        : line;
  }

  private static JsonFactory factory() {
    return JsonFactory.builder()
        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
        .streamReadConstraints(
            StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE - 16).build())
        .build();
  }
}
