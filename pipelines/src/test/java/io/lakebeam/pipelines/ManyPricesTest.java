package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.pipelines.testing.LakebeamProcess;
import io.lakebeam.testing.DuckDb;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product with three million trades at as many prices has its median in little memory. */
class ManyPricesTest {
  private static final int PRICES = 3_000_000;

  /** Too little for all the prices at once; most of it is two sorts' buffers. */
  private static final List<String> SMALL_HEAP = List.of("-Xmx256m");

  @TempDir private Path temp;

  @Test
  void flagsByTheMedianOfPricesThatDoNotFitMemory() throws Exception {
    TestLake lake = new TestLake(temp.resolve("lake"));
    writeBronze(temp.resolve("lake/bronze/trades"));
    try (LakebeamProcess process =
        LakebeamProcess.start(
            Files.createDirectory(temp.resolve("process")),
            SMALL_HEAP,
            "trades-anomalies",
            "--targetParallelism=2",
            "--lake=" + lake.root(),
            "--rule=mad",
            "--threshold=1.3")) {
      LakebeamProcess.Finished finished = process.await();
      assertThat(finished.exitCode()).as(finished.err()).isZero();
    }

    // The median is -0.005, the MAD 7500: beyond 1.3 x 7500 / 0.6745 = 14455.1519… is abnormal.
    assertThat(
            lake.rows(
                "gold/anomalies_detection_financial_product",
                "count(*), count(*) FILTER (abs(price + 0.005) < 14455.1519), min(abs(price)),"
                    + " min(average_trade_price), max(average_trade_price)"))
        .containsExactly("108970|0|14455.150000|-0.005000|-0.005000");
    assertThat(lake.leftovers()).isEmpty();
  }

  /** Every price in cents from -15,000 to 14,999.99 once, and other products at one price each. */
  private static void writeBronze(Path table) throws Exception {
    Files.createDirectories(table);
    String trades =
        "COPY (SELECT i AS trade_id, 'SELL' AS side,"
            + " if(i < PRICES, 'hot', 'cold') AS product,"
            + " TIMESTAMPTZ '2023-01-01 00:00:00+00'"
            + "   + to_hours(if(i < PRICES, 0, i % 1000)::INTEGER) AS delivery_start,"
            + " TIMESTAMPTZ '2024-01-01 00:00:00+00' AS delivery_end, 'FR' AS delivery_area,"
            + " TIMESTAMPTZ '2022-12-31 00:00:00+00' AS execution_time,"
            + " if(i < PRICES, (i * 7919 % PRICES - PRICES / 2) / 100, i % 1000)::DECIMAL(18, 6)"
            + "   AS price"
            + " FROM range(PRICES + 100000) AS trades(i)) TO 'FILE' (FORMAT parquet)";
    DuckDb.execute(
        trades
            .replace("PRICES", Integer.toString(PRICES))
            .replace("FILE", table.resolve("part.parquet").toString()));
  }
}
