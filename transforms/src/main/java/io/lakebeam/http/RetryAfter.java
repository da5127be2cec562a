package io.lakebeam.http;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait: {@code Retry-After} of RFC 9110, section 10.2.3, in seconds or as
 * a date; OpenSky has a header of its own for the seconds.
 */
public final class RetryAfter {
  private static final List<String> HEADERS =
      List.of("Retry-After", "X-Rate-Limit-Retry-After-Seconds");

  private static final BigInteger FOREVER = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Clock clock;

  /**
   * @param clock tells how far away a date is
   */
  public RetryAfter(Clock clock) {
    this.clock = clock;
  }

  /**
   * The time to wait, null where the answer does not say.
   *
   * @param address as it may be shown
   * @param header the first value of a header of that name
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it is longer than a run waits
   */
  public @Nullable Duration of(
      String address, int status, Function<String, Optional<String>> header) {
    Optional<Duration> asked =
        HEADERS.stream()
            .flatMap(name -> header.apply(name).stream())
            .flatMap(value -> parse(value.trim()))
            .findFirst();
    asked
        .filter(wait -> wait.compareTo(Attempts.LONGEST_DELAY) > 0)
        .ifPresent(
            wait -> {
              throw new LakeException(
                  ExitCode.BAD_PLACE,
                  String.format(
                      Locale.ROOT,
                      "%s answers with status %d and wants %d s of silence; run again after that",
                      address,
                      status,
                      wait.toSeconds()));
            });
    return asked.orElse(null);
  }

  private Stream<Duration> parse(String value) {
    if (value.matches("\\d+")) {
      return Stream.of(Duration.ofSeconds(new BigInteger(value).min(FOREVER).longValue()));
    }
    try {
      ZonedDateTime date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), date);
      return Stream.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeParseException neither) {
      return Stream.empty();
    }
  }
}
