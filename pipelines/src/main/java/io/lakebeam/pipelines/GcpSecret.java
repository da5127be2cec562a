package io.lakebeam.pipelines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.auth.Credentials;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.jspecify.annotations.Nullable;

/**
 * A secret of Google Cloud's Secret Manager that holds the content of a kaggle.json, its latest
 * version unless another is named: one call of its REST API (<a
 * href="https://cloud.google.com/secret-manager/docs/reference/rest/v1/projects.secrets.versions/access">access</a>),
 * with the credentials that reach {@code gs://}.
 */
final class GcpSecret implements SecretStore {
  static final String SCHEME = "gcp-secret:";

  private static final String API = "https://secretmanager.googleapis.com";
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
  private static final Pattern NAME =
      Pattern.compile("(projects/[a-z0-9:.-]+/secrets/[A-Za-z0-9_-]+)(/versions/[A-Za-z0-9_-]+)?");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String version;
  private final String api;
  private final GcpOptions options;

  private GcpSecret(String version, String api, GcpOptions options) {
    this.version = version;
    this.api = api;
    this.options = options;
  }

  static GcpSecret named(String option, GcpOptions options) {
    return named(option, API, options);
  }

  /**
   * @param api base URL, without a slash at its end
   */
  static GcpSecret named(String option, String api, GcpOptions options) {
    Matcher name = NAME.matcher(option.substring(SCHEME.length()));
    if (!name.matches()) {
      throw SecretStore.malformed();
    }
    String version = name.group(2) == null ? name.group(1) + "/versions/latest" : name.group();
    return new GcpSecret(version, api, options);
  }

  @Override
  public io.lakebeam.pile.download.Credentials read() {
    try {
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .connectTimeout(LONGEST_ANSWER)
              .build()
              .send(request(), BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new LakeException(
            ExitCode.BAD_PLACE,
            this
                + " cannot be read: status "
                + answer.statusCode()
                + "; check its name, and the right secretmanager.versions.access");
      }
      return KaggleJson.parse(payload(answer.body()), toString());
    } catch (IOException e) {
      throw new LakeException(ExitCode.BAD_PLACE, this + " cannot be read: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LakeException(ExitCode.OTHER, "interrupted while asking for " + this, e);
    }
  }

  private HttpRequest request() throws IOException {
    URI address = URI.create(api + "/v1/" + version + ":access");
    HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(LONGEST_ANSWER);
    @Nullable Credentials credentials = options.getGcpCredential();
    @Nullable Map<String, List<String>> headers =
        credentials == null ? null : credentials.getRequestMetadata(address);
    if (headers != null) {
      headers.forEach((name, values) -> values.forEach(value -> request.header(name, value)));
    }
    return request.build();
  }

  @SuppressWarnings("UnusedException") // The parser quotes what it could not read: the secret.
  private String payload(String answer) {
    try {
      String data = JSON.readTree(answer).path("payload").path("data").asText();
      return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw new LakeException(ExitCode.BAD_PLACE, this + " gave an answer that is no secret");
    }
  }

  @Override
  public String toString() {
    return SCHEME + version;
  }
}
