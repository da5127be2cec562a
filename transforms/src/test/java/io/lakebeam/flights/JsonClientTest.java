package io.lakebeam.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.lakebeam.flights.BadServer.Answer;
import io.lakebeam.lake.AtOnce;
import io.lakebeam.lake.ExitCode;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonClientTest {
  private static final String GOOD = "{\"full_count\": 1, \"a\": [1, 2, 3, 4, 5, 6, 7, 8]}";

  /** A fixed clock, for a Retry-After that is a date. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T14:00:00Z"), ZoneOffset.UTC);

  /** More than an answer takes on any machine. */
  private static final Duration PATIENT = Duration.ofSeconds(30);

  static Stream<Arguments> whatMayPass() {
    return Stream.of(
        arguments("402", BadServer.status(402), PATIENT),
        arguments("403", BadServer.status(403), PATIENT),
        arguments("429", BadServer.status(429), PATIENT),
        arguments("503", BadServer.status(503), PATIENT),
        arguments("an HTML page with status 200", BadServer.html(), PATIENT),
        arguments("a cut body", BadServer.cut(GOOD), PATIENT),
        arguments("cut JSON", BadServer.json(GOOD.substring(0, 20)), PATIENT),
        arguments("an empty body", BadServer.json(""), PATIENT),
        arguments("JSON that is no object", BadServer.json("[]"), PATIENT),
        arguments("a slow body", BadServer.slow(GOOD, 60_000), Duration.ofSeconds(2)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatMayPass")
  @Timeout(50)
  void asksAgain(String name, Answer answer, Duration longestAnswer) throws IOException {
    try (BadServer server = new BadServer(BadServer.json(GOOD)).first(answer, answer)) {
      assertThat(client(3, longestAnswer).get(server.url()).path("full_count").asInt())
          .isEqualTo(1);
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatMayPass")
  @Timeout(50)
  void givesUpAfterTheMostAttemptsAndSaysWhy(String name, Answer answer, Duration longestAnswer)
      throws IOException {
    try (BadServer server = new BadServer(answer)) {
      assertThatThrownBy(() -> client(2, longestAnswer).get(server.url()))
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
          .hasMessageStartingWith(server.url() + " gave up after 2 attempts: ");
      assertThat(server.requests()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "Fri, 20 Nov 2026 14:00:01 GMT"})
  void waitsAsLongAsTheServerAsks(String retryAfter) throws IOException {
    try (BadServer server =
        new BadServer(BadServer.json(GOOD))
            .first(BadServer.status(429, "Retry-After", retryAfter))) {
      client(2).get(server.url());
      List<Long> nanos = server.nanosOfRequests();
      assertThat(Duration.ofNanos(nanos.get(1) - nanos.get(0)))
          .isGreaterThan(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "Fri, 20 Nov 2026 13:59:00 GMT"})
  void waitsNoLessThanTheBackoff(String retryAfter) throws IOException {
    Answer busy = BadServer.status(429, "Retry-After", retryAfter);
    try (BadServer server = new BadServer(BadServer.json(GOOD)).first(busy, busy)) {
      Duration firstDelay = Duration.ofMillis(200);
      new JsonClient(FetchLimits.of(1_000, 3, firstDelay, PATIENT), CLOCK).get(server.url());
      List<Long> nanos = server.nanosOfRequests();
      assertThat(Duration.ofNanos(nanos.get(1) - nanos.get(0)))
          .as("200 ms, less a quarter")
          .isGreaterThan(Duration.ofMillis(149));
      assertThat(Duration.ofNanos(nanos.get(2) - nanos.get(1)))
          .as("400 ms, less a quarter")
          .isGreaterThan(Duration.ofMillis(299));
    }
  }

  @ParameterizedTest
  @CsvSource({"3600,3600 s", "99999999999999999999,2147483647 s"})
  void leavesAServerAloneThatWantsALongSilence(String retryAfter, String told) throws IOException {
    try (BadServer server = new BadServer(BadServer.status(429, "Retry-After", retryAfter))) {
      JsonClient client = client(5);
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> client.get(server.url()))
            .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
            .hasMessageContaining(told);
      }
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void doesNotInsistOnAnAddressThatIsNotThere() throws IOException {
    try (BadServer server = new BadServer(BadServer.status(404))) {
      assertThatThrownBy(() -> client(5).get(server.url()))
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
          .hasMessageContaining("404");
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void holdsTheRateOverAllThreadsAndRepeatedRequests() throws IOException {
    try (BadServer server = new BadServer(BadServer.json(GOOD))) {
      FetchLimits limits = FetchLimits.of(5, 10, Duration.ofMillis(1), PATIENT);
      JsonClient client = new JsonClient(limits, CLOCK);
      // The first request takes longer to arrive than the others.
      client.get(server.url());
      for (int i = 0; i < 3; i++) {
        server.first(BadServer.status(429), BadServer.status(503), BadServer.html());
      }
      AtOnce.each(Collections.nCopies(6, server.url()), 6, client::get);

      List<Long> nanos = server.nanosOfRequests().stream().sorted().skip(1).toList();
      assertThat(nanos).hasSize(15);
      assertThat(Duration.ofNanos(nanos.get(14) - nanos.get(0)))
          .as("14 intervals of 200 ms")
          .isGreaterThan(Duration.ofMillis(1_800));
    }
  }

  @Test
  void keepsCookiesUntilToldToDropThem() throws IOException {
    Answer sticky =
        exchange -> {
          exchange.getResponseHeaders().set("Set-Cookie", "AWSALB=bad; Path=/");
          BadServer.send(exchange, 200, "application/json", GOOD);
        };
    try (BadServer server = new BadServer(sticky)) {
      JsonClient client = client(1);
      client.get(server.url().resolve("/a"));
      client.get(server.url().resolve("/a"));
      client.dropCookies();
      client.get(server.url().resolve("/a"));
      assertThat(server.cookies()).containsExactly("null", "AWSALB=bad", "null");
    }
  }

  private static JsonClient client(int maxAttempts) {
    return client(maxAttempts, PATIENT);
  }

  private static JsonClient client(int maxAttempts, Duration longestAnswer) {
    return new JsonClient(
        FetchLimits.of(1_000, maxAttempts, Duration.ofMillis(1), longestAnswer), CLOCK);
  }
}
