package io.lakebeam.trades;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Holds the oracle itself against the specification's known answers. */
class TradesOracleTest {
  private static final Set<Side> ALL = EnumSet.allOf(Side.class);

  private final List<Trade> known =
      List.of(
          trade(1, "FR", 20, 40).build(),
          trade(2, "FR", -5, 5).build(),
          trade(3, "FR", 15, 3).build());

  @Provide
  Arbitrary<List<Trade>> trades() {
    return TradeArbitraries.lists();
  }

  @Test
  void averagesAndSumsTheKnownAnswer() {
    TradesOracle.Key key = new TradesOracle.Key("XBID_Hour_Power", 0, 3_600_000_000L, "FR");
    assertThat(TradesOracle.averages(known, EnumSet.of(Side.SELL)))
        .containsExactly(
            new TradesOracle.AverageRow(
                key, new BigDecimal("10.000000"), new BigDecimal("16.000000"), 3));
    assertThat(TradesOracle.top(known, ALL, 5))
        .containsExactly(new TradesOracle.TopRow(1, key, new BigDecimal("48.000000")));
    assertThat(TradesOracle.averages(known, EnumSet.of(Side.BUY))).isEmpty();
  }

  @Test
  void flagsTheKnownAnswer() {
    List<BigDecimal> prices = List.of(new BigDecimal(20), new BigDecimal(-5), new BigDecimal(15));
    AnomalyRule rule = AnomalyRule.MEAN_RATIO;
    BigDecimal two = new BigDecimal("2");
    assertThat(TradesOracle.isAbnormal(rule, two, prices, new BigDecimal(35))).isTrue();
    assertThat(TradesOracle.isAbnormal(rule, two, prices, new BigDecimal(5))).isFalse();
    assertThat(TradesOracle.isAbnormal(rule, two, prices, new BigDecimal(15))).isFalse();
    assertThat(TradesOracle.score(rule, prices, new BigDecimal(35))).isEqualTo(2.5);
  }

  @Test
  void ranksTiesByKey() {
    List<Trade> trades =
        List.of(
            trade(1, "\uD83D\uDE00", 1, 7).build(), // After U+FF5E in UTF-8, before it in UTF-16.
            trade(2, "\uFF5E", 1, 7).build(),
            trade(3, "A", 1, 6).build(),
            trade(4, "B", 1, 8).build());
    assertThat(TradesOracle.top(trades, ALL, 3))
        .extracting(row -> row.key().deliveryArea())
        .containsExactly("B", "\uFF5E", "\uD83D\uDE00");
  }

  @Test
  void keepsAnomaliesThatOccurTwice() {
    Trade spike = trade(9, "FR", 100, 1).build();
    List<Trade> trades =
        List.of(
            spike,
            spike,
            trade(1, "FR", 1, 1).build(),
            trade(2, "FR", 1, 1).build(),
            trade(3, "FR", 1, 1).build(),
            trade(4, "FR", 1, 1).build(),
            trade(5, "FR", 1, 1).build(),
            trade(6, "FR", 1, 1).build());
    assertThat(TradesOracle.anomalies(trades, ALL, AnomalyRule.MEAN_RATIO, new BigDecimal("2")))
        .hasSize(2)
        .allMatch(row -> row.tradeId() == 9 && row.rule().equals("mean-ratio"))
        .allMatch(row -> row.averageTradePrice().equals(new BigDecimal("25.750000")));
  }

  @Test
  void keepsTheLatestThenTheGreatestOfEachIdAndSide() {
    Trade early = trade(1, "FR", 9, 9).setExecutionTimeMicros(-2).build();
    Trade cheap = trade(1, "FR", 5, 9).build();
    Trade dear = trade(1, "FR", 6, 1).build();
    Trade bought = trade(1, "FR", 1, 1).setSide(Side.BUY).build();
    assertThat(TradesOracle.deduplicated(List.of(early, dear, bought, cheap, dear)))
        .containsExactly(bought, dear);
  }

  @Property(tries = 200)
  void formatsTradesAsValidLines(@ForAll("trades") List<Trade> trades) {
    assertThat(trades)
        .extracting(TradeCsvLines::line)
        .allMatch(line -> TradeLineRules.accepts(line.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void formatsPlainDecimals() {
    Trade trade = trade(1, "FR", -5, 5).setPriceMicros(-5_030_000).setVolumeMicros(1).build();
    assertThat(TradeCsvLines.line(trade))
        .isEqualTo(
            "1,2,SELL,XBID_Hour_Power,1970-01-01T00:00:00Z,1970-01-01T01:00:00Z,"
                + "1969-12-31T23:59:59.999999Z,FR,CONT,N,U,-5.03,EUR,0.000001,MWH,3");
    assertThat(TradeCsvLines.line(trade(1, "FR", 100, 5).build())).contains(",100,EUR,5,");
  }

  private static Trade.Builder trade(long id, String area, long euros, long volume) {
    return Trade.builder()
        .setTradeId(id)
        .setRemoteTradeId(2)
        .setSide(Side.SELL)
        .setProduct("XBID_Hour_Power")
        .setDeliveryStartMicros(0)
        .setDeliveryEndMicros(3_600_000_000L)
        .setExecutionTimeMicros(-1)
        .setDeliveryArea(area)
        .setTradePhase("CONT")
        .setUserDefinedBlock("N")
        .setSelfTrade("U")
        .setPriceMicros(euros * 1_000_000)
        .setCurrency("EUR")
        .setVolumeMicros(volume * 1_000_000)
        .setVolumeUnit("MWH")
        .setOrderId(3);
  }
}
