package io.lakebeam.pipelines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pile.download.Credentials;

/** The file that Kaggle's account page gives: {@code {"username": "...", "key": "..."}}. */
final class KaggleJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private KaggleJson() {}

  /**
   * @param place where the text was found, for a person
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} if it is something else
   */
  static Credentials parse(String text, String place) {
    JsonNode json = read(text, place);
    String username = json.path("username").asText();
    String key = json.path("key").asText();
    if (username.isBlank() || key.isBlank()) {
      throw malformed(place);
    }
    return new Credentials(username, key, place);
  }

  @SuppressWarnings("UnusedException") // The parser quotes what it could not read: the secret.
  private static JsonNode read(String text, String place) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw malformed(place);
    }
  }

  private static LakeException malformed(String place) {
    return new LakeException(
        ExitCode.BAD_OPTIONS,
        place + " is no kaggle.json: it must be {\"username\": \"...\", \"key\": \"...\"}");
  }
}
