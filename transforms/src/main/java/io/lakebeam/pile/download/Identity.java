package io.lakebeam.pile.download;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.auto.value.AutoValue;
import org.jspecify.annotations.Nullable;

/** By what a remote body is known again, and checked. */
@AutoValue
abstract class Identity {
  /** The length of a body that comes in chunks and does not tell its own. */
  static final long UNKNOWN = -1;

  /**
   * @param validator a strong ETag, else the time of the last change (RFC 9110, 8.8), as sent
   * @param hash {@code x-goog-hash}, as sent
   */
  static Identity of(@Nullable String validator, long length, @Nullable String hash) {
    return new AutoValue_Identity(validator, length, hash);
  }

  abstract @Nullable String validator();

  /** In bytes, or {@link #UNKNOWN}. */
  abstract long length();

  abstract @Nullable String hash();

  /** Whether a part of the body can be joined with another that comes later. */
  boolean isResumable() {
    return validator() != null && length() != UNKNOWN;
  }

  /** Whether it is surely the same body. */
  boolean isSameAs(Identity other) {
    String validator = validator();
    return validator != null && validator.equals(other.validator()) && length() == other.length();
  }

  ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("validator", validator())
        .put("length", length())
        .put("hash", hash());
  }

  static Identity ofJson(JsonNode json) {
    return of(
        json.path("validator").textValue(),
        json.path("length").asLong(UNKNOWN),
        json.path("hash").textValue());
  }
}
