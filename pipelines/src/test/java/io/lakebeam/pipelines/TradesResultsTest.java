package io.lakebeam.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakebeam.trades.AnomalyRule;
import io.lakebeam.trades.Side;
import io.lakebeam.trades.Trade;
import io.lakebeam.trades.TradesOracle;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the jobs write is what the oracle computes, to the last digit, on every runner. */
class TradesResultsTest {
  private static final String KEY =
      "product, epoch_us(delivery_start), epoch_us(delivery_end), delivery_area";
  private static final String BRONZE =
      "trade_id, remote_trade_id, side, "
          + KEY
          + ", epoch_us(execution_time), trade_phase, user_defined_block, self_trade, price,"
          + " currency, volume, volume_unit, order_id, delivery_date";
  private static final String AVERAGE = "gold/average_financial_product";
  private static final String AVERAGES = KEY + ", average_trade_price, average_volume, trade_count";
  private static final String TOP = "gold/highest_volume_financial_product";
  private static final String RANKS = "rank, " + KEY + ", volume";
  private static final String ANOMALIES = "gold/anomalies_detection_financial_product";
  private static final String FLAGGED =
      "trade_id, epoch_us(execution_time), " + KEY + ", price, average_trade_price, score, rule";

  private static final Set<Side> SELL = EnumSet.of(Side.SELL);
  private static final Set<Side> BUY = EnumSet.of(Side.BUY);
  private static final Set<Side> ALL = EnumSet.allOf(Side.class);

  @TempDir private Path temp;
  private TestLake lake;

  @BeforeEach
  void openLake() {
    lake = new TestLake(temp);
  }

  static Stream<Arguments> inputs() {
    return Stream.of(OnRunner.values())
        .flatMap(
            runner ->
                Stream.of(
                    Arguments.of(runner, "corners", SampleTrades.corners()),
                    Arguments.of(runner, "seed 1", SampleTrades.colliding(1, 300))));
  }

  @ParameterizedTest
  @EnumSource
  void averagesAndRanksTheKnownAnswer(OnRunner runner) {
    lake.land(
        "trades.csv",
        List.of(
            SampleTrades.trade(1, "20", "40").build(),
            SampleTrades.trade(2, "-5", "5").build(),
            SampleTrades.trade(3, "15", "3").build()));
    run(runner, "trades-ingest");
    run(runner, "trades-average");
    run(runner, "trades-top");

    String columns = "product, delivery_area, average_trade_price, average_volume, trade_count";
    assertThat(lake.rows(AVERAGE, columns))
        .containsExactly("XBID_Hour_Power|FR|10.000000|16.000000|3");
    assertThat(lake.rows(TOP, "rank, product, delivery_area, volume"))
        .containsExactly("1|XBID_Hour_Power|FR|48.000000");
  }

  @ParameterizedTest
  @EnumSource
  void flagsTheKnownAnswer(OnRunner runner) {
    lake.land(
        "trades.csv",
        List.of(
            SampleTrades.trade(1, "35", "1").build(),
            SampleTrades.trade(2, "5", "1").build(),
            SampleTrades.trade(3, "15", "1").build(),
            SampleTrades.trade(4, "-15", "1").setTradePhase("SDAT").build(),
            SampleTrades.trade(5, "10", "1").build()));
    run(runner, "trades-ingest");
    run(runner, "trades-anomalies");

    // The mean is 10, so that -15 lies as far out as 35.
    assertThat(lake.rows(ANOMALIES, "trade_id, price, average_trade_price, score, rule"))
        .containsExactly(
            "1|35.000000|10.000000|2.5|mean-ratio", "4|-15.000000|10.000000|2.5|mean-ratio");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("inputs")
  void writesWhatTheOracleComputes(OnRunner runner, String name, List<Trade> trades) {
    int half = trades.size() / 2;
    lake.land("a.csv", trades.subList(0, half));
    lake.land("b/c.csv", trades.subList(half, trades.size()));

    run(runner, "trades-ingest", "--deduplicate", "--runId=once");
    assertThat(lake.rows("bronze/trades", BRONZE))
        .containsExactlyInAnyOrderElementsOf(lines(TradesOracle.deduplicated(trades)));
    run(runner, "trades-ingest");
    assertThat(lake.rows("bronze/trades", BRONZE))
        .containsExactlyInAnyOrderElementsOf(lines(trades));

    averages(runner, trades, "SELL", SELL);
    averages(runner, trades, "ALL", ALL);
    top(runner, trades, "SELL", SELL, 5);
    top(runner, trades, "BUY", BUY, 1000);
    anomalies(runner, trades, AnomalyRule.MEAN_RATIO, "2", "SELL", SELL);
    anomalies(runner, trades, AnomalyRule.ZSCORE, "1.5", "ALL", ALL);
    anomalies(runner, trades, AnomalyRule.MAD, "3.5", "ALL", ALL);
    anomalies(runner, trades, AnomalyRule.MAD, "0.6745", "SELL", SELL);
    assertThat(lake.leftovers()).isEmpty();
  }

  private void averages(OnRunner runner, List<Trade> trades, String side, Set<Side> sides) {
    run(runner, "trades-average", "--side=" + side);
    assertThat(lake.rows(AVERAGE, AVERAGES))
        .containsExactlyInAnyOrderElementsOf(
            TradesOracle.averages(trades, sides).stream()
                .map(
                    row ->
                        line(
                            key(row.key()),
                            row.averageTradePrice(),
                            row.averageVolume(),
                            row.tradeCount()))
                .toList());
  }

  private void top(OnRunner runner, List<Trade> trades, String side, Set<Side> sides, int size) {
    run(runner, "trades-top", "--side=" + side, "--top=" + size);
    assertThat(lake.rows(TOP, RANKS))
        .containsExactlyElementsOf(
            TradesOracle.top(trades, sides, size).stream()
                .map(row -> line(row.rank(), key(row.key()), row.volume()))
                .toList());
  }

  private void anomalies(
      OnRunner runner,
      List<Trade> trades,
      AnomalyRule rule,
      String threshold,
      String side,
      Set<Side> sides) {
    BigDecimal least = new BigDecimal(threshold);
    if (least.compareTo(rule.defaultThreshold()) == 0) {
      run(runner, "trades-anomalies", "--rule=" + rule.code(), "--side=" + side);
    } else {
      run(
          runner,
          "trades-anomalies",
          "--rule=" + rule.code(),
          "--threshold=" + threshold,
          "--side=" + side);
    }
    assertThat(lake.rows(ANOMALIES, FLAGGED))
        .containsExactlyInAnyOrderElementsOf(
            TradesOracle.anomalies(trades, sides, rule, least).stream()
                .map(
                    row ->
                        line(
                            row.tradeId(),
                            row.executionTimeMicros(),
                            key(row.key()),
                            row.price(),
                            row.averageTradePrice(),
                            row.score(),
                            row.rule()))
                .toList());
  }

  private void run(OnRunner runner, String... args) {
    lake.run(runner.with(args)).done();
  }

  private static List<String> lines(List<Trade> trades) {
    return trades.stream().map(TradesResultsTest::line).toList();
  }

  private static String line(Trade trade) {
    return line(
        trade.getTradeId(),
        trade.getRemoteTradeId(),
        trade.getSide(),
        trade.getProduct(),
        trade.getDeliveryStartMicros(),
        trade.getDeliveryEndMicros(),
        trade.getDeliveryArea(),
        trade.getExecutionTimeMicros(),
        trade.getTradePhase(),
        trade.getUserDefinedBlock(),
        trade.getSelfTrade(),
        BigDecimal.valueOf(trade.getPriceMicros(), 6),
        trade.getCurrency(),
        BigDecimal.valueOf(trade.getVolumeMicros(), 6),
        trade.getVolumeUnit(),
        trade.getOrderId(),
        "2023-01-0" + (1 + trade.getDeliveryStartMicros() / 86_400_000_000L - 19_358));
  }

  private static String key(TradesOracle.Key key) {
    return line(
        key.product(), key.deliveryStartMicros(), key.deliveryEndMicros(), key.deliveryArea());
  }

  private static String line(Object... values) {
    return String.join("|", Stream.of(values).map(TradesResultsTest::text).toList());
  }

  private static String text(Object value) {
    return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
  }
}
