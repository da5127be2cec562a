package io.lakebeam.pipelines.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The day that a test and the command it runs both take for today. */
public final class UtcDay {
  private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);

  private UtcDay() {}

  /** Today in UTC; shortly before midnight it waits for tomorrow. */
  public static LocalDate today() throws InterruptedException {
    Instant now = Instant.now();
    Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
    Duration left = Duration.between(now, midnight);
    if (left.compareTo(LONG_ENOUGH) < 0) {
      Thread.sleep(left.toMillis() + 1);
    }
    return LocalDate.now(ZoneOffset.UTC);
  }
}
