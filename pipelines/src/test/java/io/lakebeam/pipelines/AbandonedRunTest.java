package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.pile.download.DownloadLimits;
import io.lakebeam.pile.download.FakeKaggle;
import io.lakebeam.pipelines.testing.GcsServer;
import io.lakebeam.trades.ProductVolume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A run that fails where what it has staged cannot be removed either: it tells why it failed. */
class AbandonedRunTest {
  private final GcsServer store = GcsServer.start("lake");
  private final StoreLake lake = new StoreLake("gs://lake/", store.options());
  private final GcsServer withoutBuckets = GcsServer.start();

  @AfterEach
  void close() {
    store.close();
    withoutBuckets.close();
  }

  @Test
  void aPipelineTellsItsOwnFailure() {
    Job<TradesTopOptions> failing =
        Job.writing(
            options -> ProductVolume.TABLE,
            (pipeline, options, run) -> {
              loseTheStore();
              throw new LakeException(ExitCode.CHECK_FAILED, "the rows are wrong");
            });
    Ended ended =
        run(
            Commands.entry(
                "trades-top", "", () -> Launcher.command(TradesTopOptions.class, failing)));

    assertThat(ended.failed(5)).isEqualTo("lakebeam: the rows are wrong");
  }

  @Test
  void aDownloadTellsItsOwnFailure() throws IOException {
    PileDownload download =
        new PileDownload(
            Map.of("KAGGLE_USERNAME", FakeKaggle.USERNAME, "KAGGLE_KEY", FakeKaggle.KEY),
            DownloadLimits.USUAL);
    try (FakeKaggle kaggle = new FakeKaggle()) {
      kaggle.kaggleAnswers(
          exchange -> {
            loseTheStore();
            FakeKaggle.status(404).give(exchange);
          });
      Ended ended =
          run(
              Commands.entry(
                  "pile-download",
                  "",
                  () -> Command.of(PileDownloadOptions.class, download::download)),
              "--dataset=owner/name",
              "--kaggleUrl=" + kaggle.url());

      assertThat(ended.failed(3)).startsWith("lakebeam: " + kaggle.url());
    }
  }

  private void loseTheStore() {
    new StoreLake(lake.root(), withoutBuckets.options()).reach();
  }

  private Ended run(Commands.Entry entry, String... args) {
    List<String> all = new ArrayList<>(List.of(entry.name()));
    all.addAll(List.of(args));
    all.add("--lake=" + lake.root());
    all.addAll(lake.options());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Lakebeam.run(Commands.of(entry), all, new PrintStream(out), new PrintStream(err)).code();
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
