package io.lakebeam.pile.download;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A Kaggle account's user name and API key. The key is never shown, printed or stored. */
public final class Credentials {
  private final String username;
  private final String key;
  private final String source;

  /**
   * @param source where they were found, for a person
   */
  public Credentials(String username, String key, String source) {
    this.username = username;
    this.key = key;
    this.source = source;
  }

  /** Where they were found. */
  public String source() {
    return source;
  }

  /** The value of the header {@code Authorization}: HTTP Basic, RFC 7617. */
  String authorization() {
    byte[] pair = (username + ":" + key).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "credentials of " + source;
  }
}
