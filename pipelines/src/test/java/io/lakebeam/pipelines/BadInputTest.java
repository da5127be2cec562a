package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.pipelines.testing.LakebeamProcess;
import io.lakebeam.trades.TradeCsvLines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that cannot do its work says why in one line, publishes nothing and leaves a report. */
class BadInputTest {
  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp.resolve("lake"));
  }

  @Test
  void namesAFileThatIsMissing() {
    String line = lake.run("trades-ingest", "--runId=r", "--input=" + temp + "/none.csv").failed(3);

    assertThat(line).contains(temp + "/none.csv names no file");
    assertReported(3, "none.csv");
  }

  @Test
  void namesADirectoryWithoutFiles() throws IOException {
    Files.createDirectories(temp.resolve("empty/_hidden"));
    Files.writeString(temp.resolve("empty/_hidden/a.csv"), TradeCsvLines.HEADER);
    String line = lake.run("trades-ingest", "--runId=r", "--input=" + temp + "/empty").failed(3);

    assertThat(line).contains(temp + "/empty names no file");
    assertReported(3, "empty");
  }

  @Test
  void namesTheColumnThatAFileLacks() {
    lake.land("good.csv", SampleTrades.onDays(1, 1, 1));
    Path bad =
        lake.write("landing/trades/old.csv", TradeCsvLines.HEADER.replace("Volume,", "") + "\n");
    String line = lake.run("trades-ingest", "--runId=r").failed(3);

    assertThat(line).contains(bad + " has no column Volume");
    assertReported(3, "Volume");
    assertThat(lake.tree("bronze")).isEmpty();
  }

  @Test
  void namesAPlaceThatNoFileSystemKnows() {
    lake.land("trades.csv", SampleTrades.onDays(1, 1, 1));
    String line = lake.run("trades-ingest", "--runId=r", "--output=ftp://host/lake").failed(3);

    assertThat(line).contains("ftp://host/lake/").contains("ftp");
    assertReported(3, "ftp");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trades-ingest",
        "trades-average",
        "events-training --start=2019-10-01T00:00:00Z --end=2019-10-02T00:00:00Z",
        "flights-extract",
        "flights-indicators",
        "flights-report",
        "flights-purge",
        "flights",
        "pile-clean",
        "demo",
        "generate --family=trades"
      })
  void namesALakeThatNoFileSystemKnows(String command) {
    List<String> args = new ArrayList<>(List.of(command.split(" ")));
    args.add("--lake=foo://x");
    Ended ended = Ended.of(args.toArray(String[]::new));

    assertThat(ended.code()).as(ended.err()).isEqualTo(3);
    assertThat(ended.err()).contains("No filesystem found for scheme foo");
  }

  @Test
  void namesTheNearestOption() {
    String line = lake.run("trades-ingest", "--dedupliacte").failed(2);

    assertThat(line)
        .endsWith("trades-ingest has no option --dedupliacte; did you mean --deduplicate?");
    assertThat(lake.tree("")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void publishesNothingOfWhatIsHalfMalformed(OnRunner runner) {
    lake.land("trades.csv", SampleTrades.onDays(2, 2, 1));
    lake.run("trades-ingest").done();
    List<String> before = lake.tree("bronze");
    String good = TradeCsvLines.file(SampleTrades.onDays(2, 50, 100));
    lake.write("landing/trades/trades.csv", good + ("no trade\n").repeat(100));
    String line = lake.run(runner.with("trades-ingest", "--runId=r")).failed(4);

    assertThat(line)
        .contains("published nothing: rejected / read <= 0.01 does not hold: 100 / 200")
        .contains(lake.root() + "/rejects/trades-ingest/run=r/");
    assertThat(lake.tree("bronze")).isEqualTo(before);
    assertThat(lake.leftovers()).isEmpty();
    assertThat(lake.rejects("trades-ingest", "r"))
        .hasSize(100)
        .allMatch(reject -> reject.get("payload").asText().equals("no trade"));
    JsonNode report = assertReported(4, "rejected / read <= 0.01 does not hold: 100 / 200");
    assertThat(report.get("counters").toString())
        .isEqualTo("{\"read\":200,\"kept\":100,\"filtered\":0,\"rejected\":100,\"written\":100}");
    assertThat(report.get("rejected_by").toString()).isEqualTo("{\"wrong_field_count\":100}");
  }

  @Test
  void namesALakeThatCannotBeWritten() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "not a directory");
    lake.land("trades.csv", SampleTrades.onDays(1, 1, 1));
    String line =
        Ended.of("trades-ingest", "--lake=" + file + "/lake", "--input=" + lake.root()).failed(3);

    assertThat(line).contains(file + "/lake/bronze/trades/ cannot be written");
  }

  @Test
  void looksWhetherTheReportCanBeWrittenBeforeAnyWork() throws IOException {
    Path file = Files.writeString(temp.resolve("file"), "not a directory");
    lake.land("trades.csv", SampleTrades.onDays(1, 1, 1));
    String line =
        Ended.of(
                "trades-ingest",
                "--lake=" + file + "/lake",
                "--input=" + lake.root(),
                "--output=" + temp + "/table")
            .failed(3);

    assertThat(line).contains(file + "/lake/").contains("cannot be");
    assertThat(new TestLake(temp).tree("table")).isEmpty();
  }

  @Test
  void namesAFileThatIsNoParquet() {
    Path garbage = lake.write("bronze/trades/delivery_date=2023-01-01/a.parquet", "garbage");
    for (String job : List.of("trades-average", "trades-top", "trades-anomalies")) {
      assertThat(lake.run(job, "--runId=" + job).failed(3))
          .contains(garbage + " cannot be read as Parquet");
      assertThat(lake.readReport(job, job).get("exit_code").intValue()).isEqualTo(3);
    }
    assertThat(lake.tree("gold")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void namesACompressedFileThatIsCutOff(OnRunner runner) throws IOException {
    Path file = landTruncated();
    String line = lake.run(runner.with("trades-ingest", "--runId=r")).failed(3);

    assertThat(line)
        .containsPattern(file + " cannot be read beyond byte [1-9]\\d* of its decompressed text");
    assertReported(3, "cannot be read beyond byte");
    assertThat(lake.tree("bronze/trades")).isEmpty();
  }

  /** In a process of its own, so that all that the libraries print shows; Spark's are many. */
  @Test
  void printsNothingOfTheLibraries() throws Exception {
    landTruncated();
    String[] args = OnRunner.SPARK.with("trades-ingest", "--lake=" + lake.root());
    try (LakebeamProcess process =
        LakebeamProcess.start(Files.createDirectory(temp.resolve("process")), args)) {
      LakebeamProcess.Finished finished = process.await();

      assertThat(finished.exitCode()).isEqualTo(3);
      assertThat(finished.out()).isEmpty();
      assertThat(finished.err()).startsWith("lakebeam: ").hasLineCount(1);
      assertThat(process.temporaryFiles()).isEmptyDirectory();
    }
  }

  @Test
  void reportsTheLastFailureOfARunThatIsTriedAgain() {
    lake.run("trades-ingest", "--runId=r").failed(3);
    assertReported(3, "names no file");
    lake.write("landing/trades/a.csv", "nothing\n");
    lake.run("trades-ingest", "--runId=r").failed(3);
    assertReported(3, "has no header line");
    lake.land("a.csv", SampleTrades.onDays(1, 1, 1));
    lake.run("trades-ingest", "--runId=r").done();
    assertThat(lake.readReport("trades-ingest", "r").get("outcome").textValue()).isEqualTo("done");
  }

  /** A file whose header is whole, so that only a worker finds out. */
  private Path landTruncated() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      String text = TradeCsvLines.file(SampleTrades.onDays(3, 3000, 1));
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() * 3 / 4);
    return lake.write("landing/trades/trades.csv.gz", cut);
  }

  private JsonNode assertReported(int exitCode, String reason) {
    JsonNode report = lake.readReport("trades-ingest", "r");
    assertThat(report.get("outcome").textValue()).isEqualTo("failed");
    assertThat(report.get("exit_code").intValue()).isEqualTo(exitCode);
    assertThat(report.get("reason").textValue()).contains(reason);
    return report;
  }
}
