package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.time.Duration;

/** How a source is asked: how often, how many times, and how long an answer is waited for. */
@AutoValue
public abstract class FetchLimits implements Serializable {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(1);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

  /**
   * @param requestsPerSecond over all threads, repeated requests included
   * @param maxAttempts of one request, 1 or more
   */
  public static FetchLimits of(double requestsPerSecond, int maxAttempts) {
    return of(requestsPerSecond, maxAttempts, FIRST_DELAY, LONGEST_ANSWER);
  }

  static FetchLimits of(
      double requestsPerSecond, int maxAttempts, Duration firstDelay, Duration longestAnswer) {
    return new AutoValue_FetchLimits(requestsPerSecond, maxAttempts, firstDelay, longestAnswer);
  }

  abstract double requestsPerSecond();

  abstract int maxAttempts();

  /** Before the second attempt; it doubles with every further one. */
  abstract Duration firstDelay();

  /** From the request to the last byte of the answer. */
  abstract Duration longestAnswer();
}
