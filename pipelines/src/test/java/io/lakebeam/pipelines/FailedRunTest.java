package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.trades.ProductVolume;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedRunTest {
  @TempDir private Path temp;

  @Test
  void anErrorIsReportedAndLeavesNothingBehind() throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    lake.run("generate", "--family=trades", "--rows=10").done();
    lake.run("trades-ingest").done();
    Job<TradesTopOptions> failing =
        Job.writing(
            options -> ProductVolume.TABLE,
            (pipeline, options, run) -> {
              throw new OutOfMemoryError("made up");
            });
    Commands commands =
        Commands.of(
            Commands.entry(
                "trades-top", "", () -> Launcher.command(TradesTopOptions.class, failing)));
    ByteArrayOutputStream err = new ByteArrayOutputStream();

    int code =
        Lakebeam.run(
                commands,
                List.of("trades-top", "--runId=failed", "--lake=" + lake.root()),
                new PrintStream(new ByteArrayOutputStream()),
                new PrintStream(err))
            .code();

    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("made up").hasLineCount(1);
    assertThat(lake.readReport("trades-top", "failed").get("outcome").asText()).isEqualTo("failed");
    assertThat(lake.leftovers()).isEmpty();
  }
}
