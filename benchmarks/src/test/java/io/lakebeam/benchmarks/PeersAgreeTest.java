package io.lakebeam.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.parquet.ParquetTableWriter;
import io.lakebeam.pile.PileGenerator;
import io.lakebeam.trades.Trade;
import io.lakebeam.trades.TradeCsv;
import io.lakebeam.trades.Trades;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that have nothing in common give the same tables. */
class PeersAgreeTest {
  @TempDir private static Path directory;
  private static Path landing;
  private static Path bronze;
  private static Path raw;

  @BeforeAll
  static void writeInput() throws IOException {
    landing = Files.createDirectory(directory.resolve("landing"));
    raw = Files.createDirectory(directory.resolve("raw"));
    PileGenerator documents = PileGenerator.of(1_500, 1, 0);
    try (OutputStream out = Files.newOutputStream(raw.resolve(documents.name(0)))) {
      documents.write(0, out);
    }
    bronze = directory.resolve("bronze");
    Path file = Files.createDirectories(bronze.resolve("all=1")).resolve("part-0.parquet");
    List<Trade> trades = new ArrayList<>();
    SampleTrades.read(SampleTrades.writeTo(landing), TradeCsv::parse, trades::add);
    try (ParquetTableWriter<Trade> writer =
        ParquetTableWriter.create(Trades.TABLE, file.toString())) {
      for (Trade trade : trades) {
        writer.write(trade);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trades-ingest",
        "trades-average",
        "trades-top",
        "trades-anomalies-mean-ratio",
        "trades-anomalies-zscore",
        "trades-anomalies-mad"
      })
  void sparkSqlGivesWhatDuckDbGives(String job) throws Exception {
    String duckDb = byDuckDb(job);
    String sparkSql = output(job, "sparksql");
    SparkSqlTrades.main(new String[] {job, source(job), sparkSql});
    assertSame(duckDb, sparkSql);
  }

  @ParameterizedTest
  @ValueSource(strings = {"trades-ingest", "trades-average", "trades-top"})
  void naiveBeamGivesWhatDuckDbGives(String job) throws Exception {
    String duckDb = byDuckDb(job);
    String naive = output(job, "naive");
    NaiveBeamTrades.main(
        new String[] {job, source(job), naive, "--runner=SparkRunner", "--sparkMaster=local[2]"});
    assertSame(duckDb, naive);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pile-clean", "pile-clean-exact"})
  void sparkSqlGivesOfThePileWhatDuckDbGives(String job) throws Exception {
    String duckDb = byDuckDb(job);
    String sparkSql = output(job, "sparksql");
    SparkSqlPile.main(new String[] {job, source(job), sparkSql});
    assertSame(duckDb, sparkSql);
  }

  private static String byDuckDb(String job) throws SQLException, IOException {
    String output = output(job, "duckdb-" + System.nanoTime());
    DuckDbJobs.main(new String[] {job, source(job), output});
    return output;
  }

  private static String source(String job) {
    Path source = job.startsWith("pile-") ? raw : job.equals("trades-ingest") ? landing : bronze;
    return source.toString();
  }

  private static String output(String job, String engine) {
    return directory.resolve(job).resolve(engine).toString();
  }

  private static void assertSame(String expected, String actual) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      duckDb.execute("SET TimeZone = 'UTC'");
      TableContent content = TableContent.of(duckDb, expected);
      assertThat(content.rows()).isPositive();
      assertThat(content.difference(TableContent.of(duckDb, actual))).isEmpty();
    }
  }
}
