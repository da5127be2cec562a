package io.lakebeam.http;

import dev.failsafe.ExecutionContext;
import dev.failsafe.RetryPolicy;
import java.time.Duration;

/**
 * Makes a request again that was {@link Unavailable}: after a while that doubles and varies, or
 * later if the server says so.
 */
public final class Attempts {
  /** The longest wait between two attempts, and the longest that a server may ask for. */
  public static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  private static final double JITTER = 0.25;

  private Attempts() {}

  /**
   * @param most how often the request is made at all, 1 or more
   * @param firstDelay before the second attempt; it doubles with every further one
   */
  public static <T> RetryPolicy<T> policy(int most, Duration firstDelay) {
    return RetryPolicy.<T>builder()
        .handle(Unavailable.class)
        .withMaxAttempts(most)
        .withJitter(JITTER)
        .withDelayFnOn(attempts -> delay(attempts, firstDelay), Unavailable.class)
        .build();
  }

  /** The backoff; longer if the server asks for more, which the jitter must not shorten. */
  private static Duration delay(ExecutionContext<?> attempts, Duration firstDelay) {
    double backoff = firstDelay.toMillis() * Math.pow(2, attempts.getAttemptCount() - 1);
    Duration asked = attempts.<Unavailable>getLastException().retryAfter();
    double least = asked == null ? 0 : asked.toMillis() / (1 - JITTER);
    return Duration.ofMillis(
        (long) Math.ceil(Math.max(least, Math.min(backoff, LONGEST_DELAY.toMillis()))));
  }
}
