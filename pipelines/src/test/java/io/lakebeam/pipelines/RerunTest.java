package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.lake.LakePaths;
import io.lakebeam.publish.TableLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a table that is written again. */
class RerunTest {
  private static final String TABLE = "bronze/trades";
  private static final String IDS = "trade_id, delivery_date";

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void landThreeDays() {
    lake = new TestLake(temp.resolve("lake"));
    lake.land("trades.csv", SampleTrades.onDays(3, 2, 100));
  }

  @Test
  void givesTheSameRowsAndNoStaleFile() {
    lake.run("trades-ingest").done();
    List<String> rows = lake.rows(TABLE, "*");
    lake.run("trades-ingest", "--runId=second").done();

    assertThat(rows).hasSize(6);
    assertThat(lake.rows(TABLE, "*")).isEqualTo(rows);
    assertThat(files(TABLE)).isNotEmpty().allMatch(file -> file.contains("/part-second-"));
    assertThat(lake.leftovers()).isEmpty();
  }

  @Test
  void replacesOnlyThePartitionsThatItProduces() {
    lake.run("trades-ingest").done();
    lake.land("trades.csv", SampleTrades.onDays(2, 1, 200));
    lake.run("trades-ingest").done();

    assertThat(lake.rows(TABLE, IDS))
        .containsExactly("102|2023-01-03", "105|2023-01-03", "200|2023-01-01", "201|2023-01-02");
  }

  @Test
  void replacesATableWithoutPartitionsAsAWhole() {
    lake.run("trades-ingest").done();
    lake.run("trades-average").done();
    lake.run(
            "trades-average",
            "--runId=second",
            "--input=" + temp + "/lake/bronze/trades/delivery_date=2023-01-01")
        .done();

    String average = "gold/average_financial_product";
    assertThat(lake.rows(average, "delivery_start")).hasSize(1);
    assertThat(files(average)).allMatch(file -> file.contains("/part-second-"));
  }

  @Test
  void appendsBesideWhatIsThere() {
    lake.run("trades-ingest").done();
    lake.land("trades.csv", SampleTrades.onDays(1, 1, 200));
    lake.run("trades-ingest", "--writeMode=append").done();

    assertThat(lake.rows(TABLE, "trade_id"))
        .containsExactly("100", "101", "102", "103", "104", "105", "200");
  }

  @Test
  void publishesARunOnlyOnce() {
    lake.run("trades-ingest", "--runId=daily", "--writeMode=append").done();
    List<String> before = lake.fingerprint();
    Ended again = lake.run("trades-ingest", "--runId=daily", "--writeMode=append").done();

    assertThat(again.out()).isEqualTo("run daily is published already; nothing to do\n");
    assertThat(lake.count(TABLE)).isEqualTo(6);
    assertThat(files("").stream().toList())
        .isEqualTo(before.stream().map(line -> line.split(" ")[0]).filter(this::isFile).toList());
  }

  @Test
  void refusesATableThatExistsWhereAskedTo() {
    lake.run("trades-ingest", "--writeMode=error").done();
    List<String> files = files(TABLE);
    String line = lake.run("trades-ingest", "--writeMode=error", "--runId=second").failed(6);

    assertThat(line).contains(lake.root() + "/bronze/trades/ has files already");
    assertThat(files(TABLE)).isEqualTo(files);
    assertThat(lake.leftovers()).isEmpty();
    assertThat(lake.readReport("trades-ingest", "second").get("exit_code").intValue()).isEqualTo(6);
  }

  @Test
  void refusesATableThatAnotherRunIsAtWorkOn() throws IOException {
    String table = LakePaths.directory(lake.root().resolve(TABLE).toString());
    TableLock other = TableLock.acquire(table, "other", Clock.systemUTC());
    String line = lake.run("trades-ingest", "--runId=mine").failed(6);

    assertThat(line).contains("another run is at work on " + lake.root() + "/bronze/trades");
    assertThat(lake.tree(TABLE)).containsExactly("bronze/trades/_lock");
    assertThat(lake.readReport("trades-ingest", "mine").get("exit_code").intValue()).isEqualTo(6);
    other.close();
    lake.run("trades-ingest", "--runId=mine").done();
    assertThat(lake.count(TABLE)).isEqualTo(6);
  }

  @Test
  void clearsAwayTheEmptyStagingOfARunThatDiedInItsLastStep() throws IOException {
    Files.createDirectories(lake.root().resolve(TABLE + "/_staging/dead/delivery_date=2023-01-01"));
    lake.run("trades-ingest").done();

    assertThat(lake.leftovers()).isEmpty();
  }

  private List<String> files(String directory) {
    return lake.tree(directory).stream().filter(this::isFile).toList();
  }

  private boolean isFile(String name) {
    return lake.root().resolve(name).toFile().isFile();
  }
}
