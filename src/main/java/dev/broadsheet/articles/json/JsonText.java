package dev.broadsheet.articles.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;

/** JSON as archives have it: with trailing commas, single quotes and NaN, which is nothing. */
public final class JsonText {
  public static final ObjectMapper MAPPER =
      JsonMapper.builder(factory())
          .addModule(new SimpleModule().addDeserializer(JsonNode.class, new RepeatedKeys()))
          .build();

  private JsonText() {}

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
