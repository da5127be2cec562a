package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.pile.download.FakeKaggle;
import io.lakebeam.pipelines.testing.LakebeamProcess;
import io.lakebeam.pipelines.testing.LakebeamProcess.Finished;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that is asked to end, as by Ctrl-C or a scheduler, and the run after it. */
class InterruptedRunTest {
  private static final int SIGTERM = 15;

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp.resolve("lake"));
  }

  @ParameterizedTest
  @EnumSource
  void reportsItselfAndLeavesNothingBehind(OnRunner runner) throws Exception {
    lake.run("generate", "--family=trades", "--rows=300000").done();
    try (LakebeamProcess process =
        start(runner.with("trades-ingest", "--runId=ended", "--lake=" + lake.root()))) {
      process.awaitOrEnd(() -> sees("bronze/trades", "/_staging/ended/.*part-"));
      assertEnded(process.terminate(), "trades-ingest", "run again");
    }
    assertThat(lake.tree("bronze/trades")).isEmpty();
    assertThat(lake.leftovers()).isEmpty();

    assertThat(lake.run("trades-ingest", "--runId=ended").done().out()).contains("300,000");
    assertThat(lake.readReport("trades-ingest", "ended").get("outcome").asText()).isEqualTo("done");
    assertThat(lake.count("bronze/trades")).isEqualTo(300_000);
  }

  @Test
  void isPublishedIfThatHasBegun() throws Exception {
    lake.run("generate", "--family=trades", "--rows=300000").done();
    try (LakebeamProcess process =
        start("trades-ingest", "--runId=ended", "--lake=" + lake.root())) {
      process.awaitOrEnd(() -> sees("bronze/trades", "/_journal[.]json"));
      Finished finished = process.terminate();
      assertThat(finished.err()).doesNotContain("lakebeam: ");
    }
    JsonNode report = lake.readReport("trades-ingest", "ended");
    assertThat(report.get("outcome").asText()).isEqualTo("done");
    assertThat(lake.count("bronze/trades")).isEqualTo(300_000);
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void reportsADownloadAndKeepsWhatHasArrived() throws Exception {
    byte[] body = new byte[40 << 20];
    new Random(1).nextBytes(body);
    try (FakeKaggle kaggle = new FakeKaggle()) {
      kaggle.put("owner/name/00.jsonl", body);
      kaggle.storageAnswers(kaggle.silentAfter((32 << 20) + 1_000, 20_000));
      writeCredentials();
      try (LakebeamProcess process =
          LakebeamProcess.start(
              Files.createDirectory(temp.resolve("process")),
              List.of("-Xmx200m", "-Duser.home=" + temp),
              "pile-download",
              "--dataset=owner/name",
              "--file=00.jsonl",
              "--kaggleUrl=" + kaggle.url(),
              "--runId=ended",
              "--lake=" + lake.root())) {
        process.awaitOrEnd(() -> sees("raw/pile", "[.]piece"));
        assertEnded(process.terminate(), "pile-download", "the download goes on where it was");
      }
    }
    assertThat(lake.tree("raw/pile")).anyMatch(name -> name.endsWith(".piece"));
    assertThat(lake.tree("raw/pile")).noneMatch(name -> name.contains("_staging"));
    assertThat(lake.tree("raw/pile")).noneMatch(name -> name.endsWith("_lock"));
  }

  /** The runs of a chain stand for themselves; the steps behind it are not begun. */
  @Test
  void endsAChainInItsStep() throws Exception {
    try (FlightsFeed feed = new FlightsFeed(zone -> FlightsFeed.UNAVAILABLE)) {
      try (LakebeamProcess process =
          start(
              "flights",
              "--feedUrl=" + feed.url(),
              "--wwwUrl=" + feed.url(),
              "--maxAttempts=100",
              "--runId=ended",
              "--lake=" + lake.root())) {
        process.awaitOrEnd(() -> sees("raw/flights", "/_staging/ended/_run[.]json"));
        assertEnded(process.terminate(), "flights-extract", "run again");
      }
    }
    assertThat(lake.tree("_runs")).hasSize(2);
    assertThat(lake.leftovers()).isEmpty();
  }

  private void assertEnded(Finished finished, String pipeline, String again) {
    assertThat(finished.exitCode()).as(finished.err()).isEqualTo(128 + SIGTERM);
    assertThat(finished.out()).isEmpty();
    assertThat(finished.err().strip().lines())
        .singleElement()
        .asString()
        .startsWith("interrupted by SIGTERM")
        .contains("run ended is not complete")
        .endsWith(again);
    JsonNode report = lake.readReport(pipeline, "ended");
    assertThat(report.get("outcome").asText()).isEqualTo("failed");
    assertThat(report.get("exit_code").asInt()).isEqualTo(128 + SIGTERM);
    assertThat(report.get("reason").asText()).startsWith("interrupted by SIGTERM").endsWith(again);
  }

  private void writeCredentials() throws IOException {
    Path file = Files.createDirectories(temp.resolve(".kaggle")).resolve("kaggle.json");
    Files.writeString(
        file,
        "{\"username\": \"" + FakeKaggle.USERNAME + "\", \"key\": \"" + FakeKaggle.KEY + "\"}");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private boolean sees(String place, String pattern) {
    try {
      return lake.tree(place).stream().anyMatch(name -> name.matches(".*" + pattern + ".*"));
    } catch (UncheckedIOException goneMeanwhile) {
      return false;
    }
  }

  private LakebeamProcess start(String... args) throws Exception {
    return LakebeamProcess.start(Files.createDirectory(temp.resolve("process")), args);
  }
}
