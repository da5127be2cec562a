package io.lakebeam.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A request that failed in a way that may pass. */
public class Unavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final @Nullable Duration retryAfter;

  public Unavailable(String message, @Nullable Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  public Unavailable(String message, Throwable cause) {
    super(message, cause);
    this.retryAfter = null;
  }

  /** How long the server asks to wait, null if it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
