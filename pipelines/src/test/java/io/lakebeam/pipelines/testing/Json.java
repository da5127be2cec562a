package io.lakebeam.pipelines.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON as the servers of these tests speak it. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a field, null where there is none. */
  static String text(byte[] json, String field) {
    try {
      JsonNode value = MAPPER.readTree(json).get(field);
      return value == null ? null : value.asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
