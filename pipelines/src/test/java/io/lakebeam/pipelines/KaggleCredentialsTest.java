package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.pile.download.Credentials;
import io.lakebeam.pipelines.testing.S3Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where credentials are looked for, and what is said of those that are no good. */
class KaggleCredentialsTest {
  private static final String JSON = "{\"username\": \"planted\", \"key\": \"planted-key\"}";

  @TempDir private Path home;
  private final List<String> warned = new ArrayList<>();

  /** Stands for a cloud: answers each request as told, and keeps what it was asked. */
  private HttpServer cloud;

  private final List<String> asked = new ArrayList<>();
  private int status = 200;
  private String answer = "";

  @BeforeEach
  void start() throws IOException {
    cloud = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    cloud.createContext("/", this::answer);
    cloud.start();
  }

  @AfterEach
  void stop() {
    cloud.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().getFirst("X-Amz-Target")
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization")
            + " "
            + body);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String cloudUrl() {
    return "http://127.0.0.1:" + cloud.getAddress().getPort();
  }

  private Credentials find(Map<String, String> environment, String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.add("--dataset=a/b");
    PileDownloadOptions options =
        CommandLine.parse("pile-download", PileDownloadOptions.class, all).options();
    return new KaggleCredentials(environment, home, warned::add).find(options);
  }

  private Credentials findInSsm() {
    return find(
        Map.of(),
        "--kaggleCredentials=ssm:/kaggle",
        "--awsRegion=eu-west-3",
        "--endpoint=" + cloudUrl(),
        S3Server.credentialsOption("planted-secret"));
  }

  private Path kaggleJson(String text) throws IOException {
    Path file = home.resolve(".kaggle/kaggle.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void theEnvironmentComesBeforeTheFileAndTheFileBeforeTheOption() throws IOException {
    Map<String, String> environment = Map.of("KAGGLE_USERNAME", "u", "KAGGLE_KEY", "k");
    Path file = kaggleJson(JSON);
    assertThat(find(environment).source()).isEqualTo("KAGGLE_USERNAME and KAGGLE_KEY");
    assertThat(find(Map.of()).source()).isEqualTo(file.toString());
    assertThat(warned).isEmpty();
    assertThat(find(Map.of(), "--kaggleCredentials=ssm:/kaggle").source())
        .isEqualTo(file.toString());
    assertThat(warned).singleElement().asString().contains("--kaggleCredentials is not used");
    assertThat(asked).isEmpty();
  }

  @Test
  void theFileCanLieElsewhere() throws IOException {
    Files.writeString(home.resolve("kaggle.json"), JSON);
    kaggleJson("{}");
    assertThat(find(Map.of("KAGGLE_CONFIG_DIR", home.toString())).source())
        .isEqualTo(home.resolve("kaggle.json").toString());
  }

  @Test
  void warnsOfAFileThatOthersCanRead() throws IOException {
    Path file = kaggleJson(JSON);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    find(Map.of());
    assertThat(warned).containsExactly("others can read " + file + ": chmod 600 " + file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "planted-key",
        "{\"username\": \"planted-key\"}",
        "[]",
        "{\"key\": \"planted-key"
      })
  void namesAMalformedFileAndShowsNothingOfIt(String text) throws IOException {
    Path file = kaggleJson(text);
    assertThatThrownBy(() -> find(Map.of()))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageContaining(file.toString())
        .hasMessageNotContaining("planted")
        .hasNoCause();
  }

  @Test
  void halfOfAnEnvironmentIsAnError() {
    assertThatThrownBy(() -> find(Map.of("KAGGLE_USERNAME", "u")))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_OPTIONS)
        .hasMessageContaining("but not KAGGLE_KEY");
    assertThatThrownBy(() -> find(Map.of("KAGGLE_KEY", "planted")))
        .hasMessageContaining("but not KAGGLE_USERNAME")
        .hasMessageNotContaining("planted");
  }

  @Test
  void showsNothingOfItself() throws IOException {
    kaggleJson(JSON);
    assertThat(find(Map.of()).toString()).doesNotContain("planted");
  }

  @Test
  void asksSystemsManagerForDecryptedParameters() {
    answer =
        "{\"Parameters\": [{\"Name\": \"/kaggle/key\", \"Value\": \"k\"},"
            + " {\"Name\": \"/kaggle/username\", \"Value\": \"u\"}], \"InvalidParameters\": []}";
    assertThat(findInSsm().source()).isEqualTo("ssm:/kaggle");
    assertThat(asked)
        .singleElement()
        .asString()
        .startsWith("POST / AmazonSSM.GetParameters AWS4-HMAC-SHA256 Credential=lakebeam/")
        .contains("/eu-west-3/ssm/aws4_request")
        .endsWith("{\"WithDecryption\":true,\"Names\":[\"/kaggle/username\",\"/kaggle/key\"]}");
  }

  @Test
  void saysWhichParameterIsNotThere() {
    answer =
        "{\"Parameters\": [{\"Name\": \"/kaggle/username\", \"Value\": \"u\"}],"
            + " \"InvalidParameters\": [\"/kaggle/key\"]}";
    assertThatThrownBy(this::findInSsm)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessage("AWS Systems Manager has no parameter /kaggle/key");
  }

  @Test
  void saysWhySystemsManagerRefuses() {
    status = 400;
    answer = "{\"__type\": \"AccessDeniedException\", \"Message\": \"planted\"}";
    assertThatThrownBy(this::findInSsm)
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessage("ssm:/kaggle cannot be read: status 400, AccessDeniedException");
  }

  @Test
  void showsNothingOfAnAnswerThatIsNoJson() {
    for (String bad : List.of("planted", "{\"Parameters\": [{\"Value\": planted", "")) {
      answer = bad;
      status = 503;
      assertThatThrownBy(this::findInSsm)
          .hasMessage("ssm:/kaggle cannot be read: status 503, and no reason is given")
          .hasNoCause();
      status = 200;
      assertThatThrownBy(this::findInSsm)
          .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
          .hasMessage("ssm:/kaggle gave an answer that is no JSON")
          .hasNoCause();
    }
  }

  private Credentials findInSecretManager(String name) {
    GcpOptions options =
        CommandLine.parse("pile-download", PileDownloadOptions.class, List.of("--dataset=a/b"))
            .options()
            .as(GcpOptions.class);
    options.setCredentialFactoryClass(NoopCredentialFactory.class);
    return GcpSecret.named("gcp-secret:" + name, cloudUrl(), options).read();
  }

  @Test
  void asksSecretManagerForTheLatestVersion() {
    answer =
        "{\"payload\": {\"data\": \""
            + Base64.getEncoder().encodeToString(JSON.getBytes(StandardCharsets.UTF_8))
            + "\"}}";
    assertThat(findInSecretManager("projects/p-1/secrets/kaggle").source())
        .isEqualTo("gcp-secret:projects/p-1/secrets/kaggle/versions/latest");
    findInSecretManager("projects/p-1/secrets/kaggle/versions/3");
    assertThat(asked)
        .extracting(line -> line.split(" ")[1])
        .containsExactly(
            "/v1/projects/p-1/secrets/kaggle/versions/latest:access",
            "/v1/projects/p-1/secrets/kaggle/versions/3:access");
  }

  @Test
  void saysWhySecretManagerRefusesAndShowsNothingOfASecretThatIsMalformed() {
    status = 403;
    assertThatThrownBy(() -> findInSecretManager("projects/p/secrets/s"))
        .hasFieldOrPropertyWithValue("exitCode", ExitCode.BAD_PLACE)
        .hasMessageContaining("gcp-secret:projects/p/secrets/s/versions/latest")
        .hasMessageContaining("status 403");
    status = 200;
    for (String bad : List.of("planted", "{\"payload\": {\"data\": \"planted!\"}}", "{}")) {
      answer = bad;
      assertThatThrownBy(() -> findInSecretManager("projects/p/secrets/s"))
          .hasMessageContaining("gcp-secret:projects/p/secrets/s/versions/latest")
          .hasMessageNotContaining("planted")
          .hasNoCause();
    }
  }
}
