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

  static Stream<Arguments> whatMayPass() {
    return Stream.of(
        arguments("402", BadServer.status(402)),
        arguments("403", BadServer.status(403)),
        arguments("429", BadServer.status(429)),
        arguments("503", BadServer.status(503)),
        arguments("an HTML page with status 200", BadServer.html()),
        arguments("a cut body", BadServer.cut(GOOD)),
        arguments("cut JSON", BadServer.json(GOOD.substring(0, 20))),
        arguments("an empty body", BadServer.json("")),
        arguments("JSON that is no object", BadServer.json("[]")),
        arguments("a slow body", BadServer.slow(GOOD, 1_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatMayPass")
  void asksAgain(String name, Answer answer) throws IOException {
    try (BadServer server = new BadServer(BadServer.json(GOOD)).first(answer, answer)) {
      assertThat(client(3).get(server.url()).path("full_count").asInt()).isEqualTo(1);
      assertThat(server.requests()).isEqualTo(3);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("whatMayPass")
  void givesUpAfterTheMostAttemptsAndSaysWhy(String name, Answer answer) throws IOException {
    try (BadServer server = new BadServer(answer)) {
      assertThatThrownBy(() -> client(2).get(server.url()))
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
      new JsonClient(FetchLimits.of(1_000, 3, firstDelay, Duration.ofSeconds(5)), CLOCK)
          .get(server.url());
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
    try (BadServer server =
        new BadServer(BadServer.json(GOOD))
            .first(BadServer.status(429), BadServer.status(503), BadServer.html())) {
      FetchLimits limits = FetchLimits.of(20, 5, Duration.ofMillis(1), Duration.ofSeconds(5));
      JsonClient client = new JsonClient(limits, CLOCK);
      AtOnce.each(Collections.nCopies(12, server.url()), 6, client::get);

      List<Long> nanos = server.nanosOfRequests().stream().sorted().toList();
      assertThat(nanos).hasSize(15);
      assertThat(Duration.ofNanos(nanos.get(14) - nanos.get(0)))
          .as("14 intervals of 50 ms")
          .isGreaterThan(Duration.ofMillis(650));
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
    return new JsonClient(
        FetchLimits.of(1_000, maxAttempts, Duration.ofMillis(1), Duration.ofMillis(300)), CLOCK);
  }
}
