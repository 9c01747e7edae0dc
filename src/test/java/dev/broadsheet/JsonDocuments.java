package dev.broadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** JSON that is held against its schema. */
public final class JsonDocuments {
  private JsonDocuments() {}

  /** What is wrong with a document, by a schema of draft 2020-12. */
  public static List<String> violations(Path schema, JsonNode document) {
    try {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(Files.readString(schema))
          .validate(
              document, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
          .stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code show --json} printed, if that is as its schema says. */
  public static JsonNode shown(String printed) {
    try {
      JsonNode document = new ObjectMapper().readTree(printed);
      assertThat(violations(Path.of("docs/show.schema.json"), document)).isEmpty();
      return document;
    } catch (JsonProcessingException e) {
      throw new AssertionError(printed, e);
    }
  }
}
