package io.lakebeam.flights;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long a server asks to wait: {@code Retry-After} of RFC 9110, section 10.2.3, in seconds or as
 * a date; OpenSky has a header of its own for the seconds.
 */
final class RetryAfter {
  private static final List<String> HEADERS =
      List.of("Retry-After", "X-Rate-Limit-Retry-After-Seconds");

  private static final BigInteger FOREVER = BigInteger.valueOf(Integer.MAX_VALUE);

  private final Clock clock;
  private final Duration longest;

  RetryAfter(Clock clock, Duration longest) {
    this.clock = clock;
    this.longest = longest;
  }

  /**
   * The time to wait, null where the answer does not say.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it is longer than a run waits
   */
  @Nullable Duration of(URI address, HttpResponse<?> answer) {
    Optional<Duration> asked =
        HEADERS.stream()
            .flatMap(name -> answer.headers().firstValue(name).stream())
            .flatMap(value -> parse(value.trim()))
            .findFirst();
    asked
        .filter(wait -> wait.compareTo(longest) > 0)
        .ifPresent(
            wait -> {
              throw new LakeException(
                  ExitCode.BAD_PLACE,
                  String.format(
                      Locale.ROOT,
                      "%s answers with status %d and wants %d s of silence; run again after that",
                      address,
                      answer.statusCode(),
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
