package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lakebeam.trades.Side;
import io.lakebeam.trades.TradeCsvLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run says what it did. */
class RunReportTest {
  private static final String[] FIELDS = {
    "run_id",
    "pipeline",
    "version",
    "runner",
    "options",
    "inputs",
    "started_at",
    "ended_at",
    "outcome",
    "exit_code",
    "reason",
    "counters",
    "filtered_by",
    "rejected_by",
    "outputs",
    "checks"
  };

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  @ParameterizedTest
  @EnumSource
  void saysAllOfARunThatIsDone(OnRunner runner) throws Exception {
    String dirty = ",,,\n,,\n";
    Path file =
        lake.write(
            "landing/trades/a.csv", TradeCsvLines.file(SampleTrades.onDays(2, 50, 1)) + dirty);
    lake.run(
            runner.with(
                "trades-ingest",
                "--runId=r",
                "--maxRejectRatio=0.5",
                "--endpoint=http://me:hush@127.0.0.1:1"))
        .done();
    JsonNode report = lake.readReport("trades-ingest", "r");

    assertThat(report.fieldNames()).toIterable().containsExactlyInAnyOrder(FIELDS);
    assertThat(report.get("run_id").textValue()).isEqualTo("r");
    assertThat(report.get("pipeline").textValue()).isEqualTo("trades-ingest");
    assertThat(report.get("version").textValue()).isEqualTo(Version.current());
    assertThat(report.get("runner").textValue())
        .isEqualTo(runner == OnRunner.SPARK ? "SparkRunner" : "DirectRunner");
    assertThat(report.get("options").get("maxRejectRatio").textValue()).isEqualTo("0.5");
    assertThat(report.get("options").get("endpoint").textValue())
        .isEqualTo("http://***@127.0.0.1:1");
    assertThat(report.toString()).doesNotContain("hush");
    assertThat(report.get("inputs").toString())
        .isEqualTo("[{\"path\":\"" + file + "\",\"bytes\":" + Files.size(file) + "}]");
    assertThat(Instant.parse(report.get("ended_at").textValue()))
        .isAfter(Instant.parse(report.get("started_at").textValue()));
    assertThat(report.get("outcome").textValue()).isEqualTo("done");
    assertThat(report.get("exit_code").intValue()).isZero();
    assertThat(report.get("reason").textValue()).isEmpty();
    assertThat(report.get("counters").toString())
        .isEqualTo("{\"read\":102,\"kept\":100,\"filtered\":0,\"rejected\":2,\"written\":100}");
    assertThat(report.get("filtered_by")).isEmpty();
    assertThat(report.get("rejected_by").toString()).isEqualTo("{\"wrong_field_count\":2}");
    assertOutputs(report, 50, 50);
    assertThat(report.get("checks"))
        .hasSize(6)
        .allMatch(check -> check.get("passed").booleanValue());
    assertThat(report.get("checks").findValuesAsText("name"))
        .containsExactly(
            "every range of every file read once",
            "read = kept + filtered + rejected",
            "kept = arrived where rows are written",
            "written = rows in the files",
            "rejected = lines in the rejects",
            "rejected / read <= 0.5");
    assertThat(report.get("checks").findValuesAsText("value"))
        .contains("102 = 102", "100 = 100", "2 = 2", "2 / 102");
  }

  @ParameterizedTest
  @EnumSource
  void countsWhatAJobFilters(OnRunner runner) {
    var trades = new ArrayList<>(SampleTrades.onDays(1, 5, 1));
    for (int i = 0; i < 3; i++) {
      trades.add(SampleTrades.trade(i, "1", "1").setSide(Side.BUY).build());
    }
    trades.addAll(trades.subList(0, 4));
    lake.land("a.csv", trades);
    lake.run(runner.with("trades-ingest", "--deduplicate", "--runId=r")).done();
    assertThat(lake.readReport("trades-ingest", "r").get("counters").toString())
        .isEqualTo("{\"read\":12,\"kept\":8,\"filtered\":4,\"rejected\":0,\"written\":8}");
    assertThat(lake.readReport("trades-ingest", "r").get("filtered_by").toString())
        .isEqualTo("{\"duplicate\":4}");

    for (String job : List.of("trades-average", "trades-top", "trades-anomalies")) {
      lake.run(runner.with(job, "--runId=r")).done();
      JsonNode report = lake.readReport(job, "r");
      String written = job.equals("trades-anomalies") ? "0" : "1";
      assertThat(report.get("counters").toString())
          .isEqualTo(
              "{\"read\":8,\"kept\":5,\"filtered\":3,\"rejected\":0,\"written\":" + written + "}");
      assertThat(report.get("filtered_by").toString()).isEqualTo("{\"other_side\":3}");
      assertThat(report.get("inputs")).isNotEmpty();
      assertThat(report.get("outputs")).hasSize(1);
    }
  }

  @Test
  void saysAllOfARunThatFails() {
    lake.write(
        "landing/trades/a.csv",
        TradeCsvLines.file(SampleTrades.onDays(1, 1, 1)) + "no trade\nneither\n");
    lake.run("trades-ingest", "--runId=r").failed(4);
    JsonNode report = lake.readReport("trades-ingest", "r");

    assertThat(report.fieldNames()).toIterable().containsExactlyInAnyOrder(FIELDS);
    assertThat(report.get("outcome").textValue()).isEqualTo("failed");
    assertThat(report.get("exit_code").intValue()).isEqualTo(4);
    assertThat(report.get("reason").textValue())
        .startsWith(
            "trades-ingest published nothing: rejected / read <= 0.01 does not hold: 2 / 3;"
                + " rejects in ")
        .endsWith("/rejects/trades-ingest/run=r/");
    assertThat(report.get("counters").toString())
        .isEqualTo("{\"read\":3,\"kept\":1,\"filtered\":0,\"rejected\":2,\"written\":1}");
    assertThat(report.get("outputs")).isEmpty();
    assertThat(report.get("inputs")).hasSize(1);
    assertThat(report.get("checks").findValuesAsText("passed"))
        .containsExactly("true", "true", "true", "true", "true", "false");
    assertThat(Instant.parse(report.get("ended_at").textValue())).isNotNull();
  }

  /** Each output is a partition; its files, rows and bytes are those that lie there. */
  private void assertOutputs(JsonNode report, long... rows) {
    List<JsonNode> outputs =
        StreamSupport.stream(report.get("outputs").spliterator(), false).toList();
    assertThat(outputs).hasSize(rows.length);
    for (int day = 0; day < rows.length; day++) {
      JsonNode output = outputs.get(day);
      String partition = "bronze/trades/delivery_date=2023-01-0" + (day + 1);
      List<String> files = lake.tree(partition);
      long bytes = files.stream().mapToLong(name -> temp.resolve(name).toFile().length()).sum();
      assertThat(output.get("path").textValue()).isEqualTo(temp + "/" + partition + "/");
      assertThat(output.get("rows").longValue()).isEqualTo(rows[day]);
      assertThat(output.get("files").intValue()).isEqualTo(files.size());
      assertThat(output.get("bytes").longValue()).isEqualTo(bytes);
    }
  }
}
