package io.lakebeam.pipelines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pile.download.Credentials;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.aws2.options.AwsOptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.signer.Aws4Signer;
import software.amazon.awssdk.auth.signer.params.Aws4SignerParams;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Two parameters of AWS Systems Manager, decrypted: {@code /path/username} and {@code /path/key}.
 * One call of its JSON protocol (<a
 * href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html">GetParameters</a>),
 * signed by the SDK that is here for S3; the SDK's own client of Systems Manager is 5 MB of
 * classes.
 */
final class SsmParameters implements SecretStore {
  static final String SCHEME = "ssm:";

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_.-]+)+");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String path;
  private final AwsOptions options;

  private SsmParameters(String path, AwsOptions options) {
    this.path = path;
    this.options = options;
  }

  static SsmParameters named(String option, AwsOptions options) {
    String path = option.substring(SCHEME.length());
    if (!PATH.matcher(path).matches()) {
      throw SecretStore.malformed();
    }
    return new SsmParameters(path, options);
  }

  @Override
  public Credentials read() {
    JsonNode answer;
    try (SdkHttpClient http = ApacheHttpClient.create()) {
      SdkHttpFullRequest request = request();
      HttpExecuteRequest execution =
          HttpExecuteRequest.builder()
              .request(request)
              .contentStreamProvider(request.contentStreamProvider().orElseThrow())
              .build();
      answer = answer(http.prepareRequest(execution).call());
    } catch (IOException | SdkClientException e) {
      throw new LakeException(ExitCode.BAD_PLACE, this + " cannot be read: " + e.getMessage(), e);
    }
    return new Credentials(value(answer, "username"), value(answer, "key"), toString());
  }

  private SdkHttpFullRequest request() {
    Region region = region();
    URI endpoint = options.getEndpoint();
    ObjectNode question = JSON.createObjectNode().put("WithDecryption", true);
    question.putArray("Names").add(path + "/username").add(path + "/key");
    byte[] body = question.toString().getBytes(StandardCharsets.UTF_8);
    SdkHttpFullRequest request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.POST)
            .uri(endpoint == null ? URI.create("https://ssm." + domain(region)) : endpoint)
            .putHeader("Content-Type", "application/x-amz-json-1.1")
            .putHeader("X-Amz-Target", "AmazonSSM.GetParameters")
            .putHeader("Content-Length", String.valueOf(body.length))
            .contentStreamProvider(() -> new ByteArrayInputStream(body))
            .build();
    return Aws4Signer.create()
        .sign(
            request,
            Aws4SignerParams.builder()
                .awsCredentials(options.getAwsCredentialsProvider().resolveCredentials())
                .signingName("ssm")
                .signingRegion(region)
                .build());
  }

  /** The region of every other AWS service is the environment's as well, unless the user chose. */
  private Region region() {
    @Nullable Region chosen = options.getAwsRegion();
    return chosen == null || chosen.equals(Region.AWS_GLOBAL)
        ? new DefaultAwsRegionProviderChain().getRegion()
        : chosen;
  }

  private static String domain(Region region) {
    return region.id() + "." + region.metadata().partition().dnsSuffix();
  }

  private JsonNode answer(HttpExecuteResponse response) throws IOException {
    JsonNode answer = body(response);
    if (!response.httpResponse().isSuccessful()) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          String.format(
              "%s cannot be read: status %d, %s",
              this,
              response.httpResponse().statusCode(),
              answer.path("__type").asText("and no reason is given")));
    }
    if (!answer.isObject()) {
      throw new LakeException(ExitCode.BAD_PLACE, this + " gave an answer that is no JSON");
    }
    return answer;
  }

  /** The body as JSON, if it is some. */
  @SuppressWarnings("UnusedException") // The parser quotes what it could not read: the secret.
  private static JsonNode body(HttpExecuteResponse response) throws IOException {
    if (response.responseBody().isEmpty()) {
      return MissingNode.getInstance();
    }
    try (InputStream body = response.responseBody().get()) {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private String value(JsonNode answer, String name) {
    for (JsonNode parameter : answer.path("Parameters")) {
      if (parameter.path("Name").asText().equals(path + "/" + name)) {
        return parameter.path("Value").asText();
      }
    }
    throw new LakeException(
        ExitCode.BAD_PLACE, "AWS Systems Manager has no parameter " + path + "/" + name);
  }

  @Override
  public String toString() {
    return SCHEME + path;
  }
}
