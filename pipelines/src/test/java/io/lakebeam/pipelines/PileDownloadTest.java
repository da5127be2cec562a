package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.lakebeam.pile.download.DownloadLimits;
import io.lakebeam.pile.download.FakeKaggle;
import io.lakebeam.pile.download.Zips;
import io.lakebeam.pipelines.testing.S3Server;
import io.lakebeam.publish.TableLock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PileDownloadTest {
  private static final String DATASET = "--dataset=owner/name";
  private static final Map<String, String> CREDENTIALS =
      Map.of("KAGGLE_USERNAME", FakeKaggle.USERNAME, "KAGGLE_KEY", FakeKaggle.KEY);
  private static final DownloadLimits IMPATIENT =
      DownloadLimits.of(3, Duration.ofMillis(1), Duration.ofSeconds(30), 1000);

  @TempDir private Path temp;

  /** Where a user's secrets lie, beside the lake. */
  @TempDir private Path home;

  private TestLake lake;
  private FakeKaggle kaggle;

  @BeforeEach
  void start() throws IOException {
    lake = new TestLake(temp.resolve("lake"));
    kaggle = new FakeKaggle();
    kaggle.put("owner/name", Zips.of(Map.of("00.jsonl", "{\"text\": \"a\"}\n".repeat(1_000))));
    kaggle.put("owner/name/01.jsonl", new byte[5_000]);
  }

  @AfterEach
  void stop() {
    kaggle.close();
  }

  private Ended run(String... args) {
    return run(CREDENTIALS, args);
  }

  private Ended run(Map<String, String> environment, String... args) {
    List<String> all = new ArrayList<>(List.of("pile-download", "--kaggleUrl=" + kaggle.url()));
    all.addAll(List.of(args));
    all.add("--lake=" + lake.root());
    Commands commands =
        Commands.of(
            Commands.entry(
                "pile-download",
                "",
                () ->
                    Command.of(
                        PileDownloadOptions.class,
                        new PileDownload(environment, IMPATIENT)::download)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code = Lakebeam.run(commands, all, new PrintStream(out), new PrintStream(err)).code();
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void saysWhatItDidOnTheTerminalAndInTheReport() {
    Ended ended = run(DATASET, "--runId=first", "--kaggleCredentials=ssm:/kaggle");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("pile-download first: done in ")
        .contains(" in 1 request\n")
        .contains("14,000 bytes  " + lake.root() + "/raw/pile/00.jsonl");
    assertThat(ended.err())
        .isEqualTo("--kaggleCredentials is not used, because of KAGGLE_USERNAME and KAGGLE_KEY\n");
    JsonNode report = lake.readReport("pile-download", "first");
    assertThat(report.get("outcome").asText()).isEqualTo("done");
    assertThat(report.get("options").get("kaggleCredentials").asText()).isEqualTo("***");
    assertThat(report.get("inputs").get(0).get("path").asText())
        .isEqualTo(kaggle.url() + "/api/v1/datasets/download/owner/name");
    assertThat(report.get("outputs").get(0).get("bytes").asLong()).isEqualTo(14_000);
    assertThat(report.get("files").get(0).get("name").asText()).isEqualTo("00.jsonl");
    assertThat(report.get("transfer").get(0).get("requests").asInt()).isEqualTo(1);
    assertThat(lake.leftovers())
        .containsExactly(
            "raw/pile/_downloads",
            "raw/pile/_downloads/records",
            "raw/pile/_downloads/records/owner",
            "raw/pile/_downloads/records/owner/name",
            "raw/pile/_downloads/records/owner/name/_all.json");
  }

  @Test
  void goesOnInTheNextRunAndSaysSo() {
    kaggle.storageAnswers(kaggle.cutAfter(3_333));
    kaggle.kaggleAnswers(kaggle.redirecting(), FakeKaggle.status(404));
    Ended cut = run(DATASET, "--file=01.jsonl", "--runId=cut");
    assertThat(cut.code()).isEqualTo(3);
    assertThat(cut.err().lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("lakebeam: " + kaggle.url() + "/api/v1/datasets/download/owner/name/01.jsonl");
    assertThat(lake.tree("raw/pile")).noneMatch(name -> name.contains("_staging"));
    kaggle.forget();

    Ended ended = run(DATASET, "--file=01.jsonl", "--runId=second");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.err())
        .isEqualTo("01.jsonl of owner/name: goes on behind the 3333 bytes that are here\n");
    assertThat(ended.out())
        .containsPattern("received +1,667 bytes  in 1 request\n")
        .containsPattern("resumed +3,333 bytes  from an earlier run");
    assertThat(kaggle.ranges()).containsExactly("bytes=3333-");
    assertThat(lake.root().resolve("raw/pile/01.jsonl")).hasBinaryContent(new byte[5_000]);
  }

  @Test
  void theSecondTimeThereIsNothingToDo() {
    run(DATASET).done();
    List<String> before =
        lake.fingerprint().stream().filter(f -> f.startsWith("raw/pile/0")).toList();
    Ended again = run(DATASET, "--runId=again").done();
    assertThat(again.out()).contains("all of it is there, nothing to do");
    assertThat(lake.fingerprint()).containsAll(before);
    assertThat(lake.readReport("pile-download", "again").get("outcome").asText()).isEqualTo("done");
    assertThat(run(DATASET, "--runId=again").done().out()).contains("is published already");
  }

  @Test
  void aDryRunTouchesNothing() {
    assertThat(run(DATASET, "--dryRun").done().out())
        .contains("would read " + kaggle.url() + "/api/v1/datasets/download/owner/name, ");
    assertThat(lake.tree("")).isEmpty();
    run(DATASET).done();
    List<String> before = lake.fingerprint();
    assertThat(run(DATASET, "--dryRun").done().out()).contains("all of it is there");
    assertThat(lake.fingerprint()).isEqualTo(before);
  }

  @Test
  void givesWayToAnotherRunOnThePlace() throws IOException {
    String place = lake.root() + "/raw/pile";
    try (TableLock held = TableLock.acquire(place + "/", "other", Clock.systemUTC())) {
      assertThat(run(DATASET).failed(6)).contains("another run is at work on " + place);
    }
    assertThat(kaggle.seen()).isEmpty();
    run(DATASET).done();
  }

  @Test
  void leavesAPlaceAloneThatHasFilesIfToldSo() throws IOException {
    Files.createDirectories(lake.root().resolve("raw/pile"));
    lake.write("raw/pile/other.jsonl", "x");
    assertThat(run(DATASET, "--writeMode=error").failed(6)).contains("has files already");
    assertThat(kaggle.seen()).isEmpty();
  }

  @Test
  void needsCredentialsBeforeAnyWork() {
    Map<String, String> none = Map.of("KAGGLE_CONFIG_DIR", temp.resolve("none").toString());
    assertThat(run(none, DATASET).failed(2))
        .contains("KAGGLE_USERNAME")
        .contains(temp.resolve("none/kaggle.json").toString())
        .contains("--kaggleCredentials");
    assertThat(lake.tree("")).isEmpty();
    assertThat(kaggle.seen()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--dataset=name",
        "--file=../x",
        "--kaggleUrl=ftp://x",
        "--kaggleCredentials=planted-key-4f1b",
        "--kaggleCredentials=ssm:kaggle",
        "--kaggleCredentials=gcp-secret:kaggle",
        "--input=x"
      })
  void refusesBadOptions(String option) {
    List<String> args = new ArrayList<>(List.of(option));
    if (!option.startsWith("--dataset")) {
      args.add(DATASET);
    }
    Ended ended = run(args.toArray(String[]::new));
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .contains(option.substring(0, option.indexOf('=')))
        .doesNotContain("planted");
    assertThat(lake.tree("")).isEmpty();
  }

  @Test
  void saysWhichCredentialsWereDeniedAndThatTermsMustBeAccepted() {
    Map<String, String> wrong = Map.of("KAGGLE_USERNAME", "somebody", "KAGGLE_KEY", "else");
    assertThat(run(wrong, DATASET, "--runId=denied").failed(3))
        .contains("KAGGLE_USERNAME and KAGGLE_KEY")
        .contains("accept the data set's terms");
    assertThat(lake.readReport("pile-download", "denied").get("exit_code").asInt()).isEqualTo(3);
    assertThat(lake.leftovers()).isEmpty();
  }

  /** Neither what was given nor what the storage's addresses hold. */
  @Test
  void secretsAppearNowhere() throws IOException {
    kaggle.put("owner/name/bad", new byte[3_000]).header("x-goog-hash", "crc32c=AAAAAA==");
    String circle = kaggle.signed("owner/name/01.jsonl");
    List<Ended> all = new ArrayList<>();
    all.add(verbose("bad", "is not what its storage says", kaggle::forget));
    all.add(
        verbose(
            "01.jsonl",
            "redirects in a circle",
            () -> kaggle.storageAnswers(FakeKaggle.status(302, "Location", circle))));
    all.add(
        verbose(
            "01.jsonl",
            "redirects to what is no address",
            () -> kaggle.storageAnswers(FakeKaggle.status(302, "Location", "ftp://" + circle))));
    all.add(
        verbose(
            "01.jsonl",
            "is not there",
            () -> {
              kaggle.storageAnswers(kaggle.cutAfter(2_500));
              kaggle.kaggleAnswers(kaggle.redirecting(), FakeKaggle.status(404));
            }));
    all.add(
        verbose("01.jsonl", "denies access", () -> kaggle.kaggleAnswers(FakeKaggle.status(403))));
    all.add(
        verbose(
            "01.jsonl",
            "gave up",
            () ->
                kaggle.storageAnswers(
                    FakeKaggle.status(403), FakeKaggle.status(401), FakeKaggle.status(500))));
    all.add(verbose("01.jsonl", "done in", kaggle::forget));
    all.addAll(withOtherCredentials(FakeKaggle.KEY, "all of it is there", 0));
    all.addAll(withOtherCredentials("planted-other", "to the credentials of ", 3));
    String basic =
        Base64.getEncoder()
            .encodeToString(
                (FakeKaggle.USERNAME + ":" + FakeKaggle.KEY).getBytes(StandardCharsets.UTF_8));

    for (String secret :
        List.of(FakeKaggle.KEY, FakeKaggle.SIGNATURE, basic, FakeKaggle.USERNAME, "planted")) {
      assertThat(all).noneMatch(ended -> (ended.out() + ended.err()).contains(secret));
      assertThat(holds(secret)).as("files that hold " + secret).isEmpty();
    }
  }

  /**
   * Runs whose credentials come from a file, and from the Systems Manager of an AWS on loopback.
   */
  private List<Ended> withOtherCredentials(String key, String expected, int code)
      throws IOException {
    Files.writeString(
        home.resolve("kaggle.json"),
        String.format("{\"username\": \"%s\", \"key\": \"%s\"}", FakeKaggle.USERNAME, key));
    String parameters =
        String.format(
            "{\"Parameters\": [{\"Name\": \"/kaggle/username\", \"Value\": \"%s\"},"
                + " {\"Name\": \"/kaggle/key\", \"Value\": \"%s\"}]}",
            FakeKaggle.USERNAME, key);
    HttpServer aws =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, parameters.length());
          exchange.getResponseBody().write(parameters.getBytes(StandardCharsets.UTF_8));
          exchange.close();
        });
    aws.start();
    try {
      kaggle.forget();
      List<Ended> all =
          List.of(
              run(
                  Map.of("KAGGLE_CONFIG_DIR", home.toString()),
                  DATASET,
                  "--file=01.jsonl",
                  "--verbose"),
              run(
                  Map.of("KAGGLE_CONFIG_DIR", home.resolve("none").toString()),
                  DATASET,
                  "--file=01.jsonl",
                  "--verbose",
                  "--kaggleCredentials=ssm:/kaggle",
                  "--awsRegion=eu-west-3",
                  "--endpoint=http://127.0.0.1:" + aws.getAddress().getPort(),
                  S3Server.credentialsOption("planted-aws")));
      assertThat(all).allMatch(ended -> (ended.out() + ended.err()).contains(expected));
      assertThat(all).extracting(Ended::code).containsOnly(code);
      return all;
    } finally {
      aws.stop(0);
    }
  }

  /** A run that shows all it can, and ends as expected. */
  private Ended verbose(String file, String expected, Runnable prepare) {
    kaggle.forget();
    prepare.run();
    Ended ended = run(DATASET, "--file=" + file, "--verbose");
    assertThat(ended.out() + ended.err()).contains(expected);
    return ended;
  }

  private List<Path> holds(String secret) throws IOException {
    try (Stream<Path> files = Files.walk(temp)) {
      List<Path> found = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret)) {
          found.add(file);
        }
      }
      return found;
    }
  }
}
