package io.lakebeam.flights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import io.lakebeam.http.Attempts;
import io.lakebeam.http.RetryAfter;
import io.lakebeam.http.Unavailable;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks web endpoints for JSON objects, as a browser would: one limit of requests per second over
 * all threads; what may pass (402, 403, 429, 5xx, no JSON, a broken or late answer) is asked again
 * after a while that doubles and varies, or later if the server says so (Retry-After, RFC 9110). A
 * server that wants a long silence, or answers with another status, is not asked for anything more.
 */
final class JsonClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
  private static final Set<Integer> THROTTLED = Set.of(402, 403, 429);

  private final FetchLimits limits;
  private final RetryAfter retryAfter;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;
  private final RateLimiter<Object> rate;
  private final FailsafeExecutor<JsonNode> attempts;

  /** Why the server is to be left alone, once it has said so. */
  private volatile @Nullable LakeException refusal;

  JsonClient(FetchLimits limits, Clock clock) {
    this.limits = limits;
    this.retryAfter = new RetryAfter(clock);
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(limits.longestAnswer())
            .cookieHandler(cookies)
            .build();
    this.rate =
        RateLimiter.smoothBuilder(
                Duration.ofNanos((long) (TimeUnit.SECONDS.toNanos(1) / limits.requestsPerSecond())))
            .build();
    this.attempts =
        Failsafe.with(Attempts.<JsonNode>policy(limits.maxAttempts(), limits.firstDelay()));
  }

  /**
   * The object that an address answers with.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it gave none in all attempts, or if an
   *     earlier answer said that asking again is of no use
   */
  JsonNode get(URI address) {
    return get(address, answer -> {});
  }

  /**
   * The same for an object that is worth something with a field only: without, the answer is none.
   *
   * @param valid what the field's value must be
   */
  JsonNode get(URI address, String field, Predicate<JsonNode> valid) {
    return get(
        address,
        answer -> {
          if (!valid.test(answer.path(field))) {
            throw new Unavailable("JSON without a valid " + field, (Duration) null);
          }
        });
  }

  private JsonNode get(URI address, Consumer<JsonNode> check) {
    try {
      return attempts.get(() -> attempt(address, check));
    } catch (LakeException e) {
      refusal = e;
      throw e;
    } catch (Unavailable e) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          address + " gave up after " + limits.maxAttempts() + " attempts: " + e.getMessage(),
          e);
    } catch (FailsafeException e) {
      Thread.currentThread().interrupt();
      throw new LakeException(ExitCode.OTHER, "interrupted while asking " + address, e);
    }
  }

  /** Makes the next request a stranger's. */
  void dropCookies() {
    cookies.getCookieStore().removeAll();
  }

  private JsonNode attempt(URI address, Consumer<JsonNode> check) throws InterruptedException {
    rate.acquirePermit();
    LakeException refused = refusal;
    if (refused != null) {
      throw refused;
    }
    HttpResponse<byte[]> answer = send(address);
    int status = answer.statusCode();
    if (status == 200) {
      JsonNode json = parse(answer);
      check.accept(json);
      return json;
    }
    if (THROTTLED.contains(status) || status >= 500) {
      throw new Unavailable(
          "status " + status,
          retryAfter.of(address.toString(), status, answer.headers()::firstValue));
    }
    throw new LakeException(
        ExitCode.BAD_PLACE, address + " answers with status " + status + "; check its base URL");
  }

  /** The client's own timeout ends with the headers; this one includes the body. */
  private HttpResponse<byte[]> send(URI address) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", BROWSER)
            .header("Accept", "application/json, text/plain, */*")
            .header("Accept-Language", "en")
            .build();
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(limits.longestAnswer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new Unavailable(
          "no whole answer within " + limits.longestAnswer().toMillis() / 1000.0 + " s", e);
    } catch (ExecutionException e) {
      throw new Unavailable(String.valueOf(e.getCause()), e);
    }
  }

  private static JsonNode parse(HttpResponse<byte[]> answer) {
    try {
      JsonNode json = JSON.readTree(answer.body());
      if (json != null && json.isObject()) {
        return json;
      }
    } catch (IOException notJson) {
      throw new Unavailable("no JSON but " + describe(answer), notJson);
    }
    throw new Unavailable("no JSON object but " + describe(answer), (Duration) null);
  }

  private static String describe(HttpResponse<byte[]> answer) {
    return answer.headers().firstValue("Content-Type").orElse("something")
        + " of "
        + answer.body().length
        + " bytes";
  }
}
