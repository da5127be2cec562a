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
import org.junit.jupiter.api.Test;
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

  @Test
  void peersFoldWhiteSpaceAlike() throws Exception {
    String words = "one two three four five six seven eight nine ten " + "x".repeat(100);
    String few = "y".repeat(60) + " " + "z".repeat(60);
    Path spaced = Files.createDirectory(directory.resolve("spaced"));
    Files.write(
        spaced.resolve("texts.jsonl"),
        List.of(
            document("B", words),
            document("A", words),
            document("A", words.replace(" ", "\\n\\t ")),
            document("A", "\\u00a0" + words.replace("two ", "two\\u3000") + "\\u2028"),
            document("A", words.replace("one ", "one\\u000b\\u0085").replace("nine ", "nine  ")),
            document("A", words.replace("nine", "nein")),
            document("A", words.replace("one two", "onetwo")),
            document("A", words.replace("one two", "one\\u200btwo")),
            document("A", words.replace("eight nine", "eightnine")),
            document("A", few),
            document("A", few.replace(" ", "\\r\\n")),
            document("A", few + " end")));
    String duckDb = output("spaced-texts", "duckdb");
    DuckDbJobs.main(new String[] {"pile-clean-exact", spaced.toString(), duckDb});
    String sparkSql = output("spaced-texts", "sparksql");
    SparkSqlPile.main(new String[] {"pile-clean-exact", spaced.toString(), sparkSql});
    assertSame(duckDb, sparkSql);
    assertThat(rows(duckDb)).isEqualTo(7);
  }

  private static String document(String set, String escapedText) {
    return String.format(
        "{\"text\": \"%s\", \"meta\": {\"pile_set_name\": \"%s\"}}", escapedText, set);
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

  private static long rows(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      return TableContent.of(duckDb, table).rows();
    }
  }
}
