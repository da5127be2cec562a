package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.testing.DuckDb;
import io.lakebeam.trades.TradeCsvLines;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No rows are a table too: with its schema, and in the place of the rows that were there. */
class EmptyResultTest {
  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  @ParameterizedTest
  @EnumSource
  void replacesTheRowsOfAnEarlierRun(OnRunner runner) {
    lake.land(
        "a.csv",
        List.of(
            SampleTrades.trade(1, "1", "1").build(),
            SampleTrades.trade(2, "1", "1").build(),
            SampleTrades.trade(3, "1", "1").build(),
            SampleTrades.trade(4, "1", "1").build(),
            SampleTrades.trade(5, "11", "1").build()));
    run(runner, "trades-ingest");
    for (String job : List.of("trades-average", "trades-top", "trades-anomalies")) {
      run(runner, job);
    }
    List<String> tables =
        List.of(
            "gold/average_financial_product",
            "gold/highest_volume_financial_product",
            "gold/anomalies_detection_financial_product");
    List<List<String>> schemas = tables.stream().map(this::schema).toList();
    assertThat(tables).allMatch(table -> lake.count(table) == 1);

    run(runner, "trades-average", "--side=BUY");
    run(runner, "trades-top", "--side=BUY");
    run(runner, "trades-anomalies", "--threshold=3");
    assertThat(tables).allMatch(table -> lake.count(table) == 0);
    assertThat(tables.stream().map(this::schema)).isEqualTo(schemas);
    assertThat(schemas.get(0)).hasSize(7);
  }

  @ParameterizedTest
  @EnumSource
  void landsAHeaderWithoutRows(OnRunner runner) {
    lake.write("landing/trades/a.csv", TradeCsvLines.HEADER + "\n");
    run(runner, "trades-ingest");
    run(runner, "trades-average");

    assertThat(lake.count("bronze/trades")).isZero();
    assertThat(schema("bronze/trades")).hasSize(17).contains("price|DECIMAL(18,6)");
    assertThat(lake.count("gold/average_financial_product")).isZero();
  }

  private void run(OnRunner runner, String... args) {
    lake.run(runner.with(args)).done();
  }

  private List<String> schema(String table) {
    return DuckDb.rows(
        "SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM "
            + DuckDb.table(temp.resolve(table))
            + ")");
  }
}
