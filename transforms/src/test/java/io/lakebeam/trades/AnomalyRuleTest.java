package io.lakebeam.trades;

import static io.lakebeam.trades.AnomalyRule.MAD;
import static io.lakebeam.trades.AnomalyRule.MEAN_RATIO;
import static io.lakebeam.trades.AnomalyRule.ZSCORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AnomalyRuleTest {
  private static final long LARGEST = 999_999_999_999_999_999L;

  @Provide
  Arbitrary<List<Long>> prices() {
    return Arbitraries.oneOf(
        TradeArbitraries.prices().list().ofMinSize(1).ofMaxSize(30),
        Arbitraries.longs().between(-4, 4).list().ofMinSize(1).ofMaxSize(12),
        Arbitraries.longs().between(LARGEST - 5, LARGEST).list().ofMinSize(1).ofMaxSize(12));
  }

  @Provide
  Arbitrary<BigDecimal> thresholds() {
    return Arbitraries.of("0", "0.1", "0.5", "0.6745", "1", "2", "3", "3.5", "1E+1", "0.123456789")
        .map(BigDecimal::new);
  }

  @Property(tries = 3000)
  void flagsExactlyWhatTheDefinitionFlags(
      @ForAll AnomalyRule rule,
      @ForAll("prices") List<Long> prices,
      @ForAll("thresholds") BigDecimal threshold) {
    PriceBounds bounds = rule.deviation(statistics(rule, prices)).bounds(threshold);

    Set<Long> candidates = new LinkedHashSet<>(prices);
    LongStream.of(bounds.lowest(), bounds.highest())
        .flatMap(bound -> LongStream.of(bound - 1, bound, bound + 1))
        .filter(price -> Math.abs(price) <= LARGEST && price != Long.MIN_VALUE)
        .forEach(candidates::add);
    for (long price : candidates) {
      assertThat(bounds.flags(price))
          .as("%d", price)
          .isEqualTo(TradesOracle.isAbnormal(rule, threshold, decimals(prices), decimal(price)));
    }
  }

  @Property(tries = 2000)
  void scoresWithTheNearestDouble(@ForAll AnomalyRule rule, @ForAll("prices") List<Long> prices) {
    PriceDeviation deviation = rule.deviation(statistics(rule, prices));
    for (long price : prices) {
      assertThat(deviation.score(price))
          .as("%d", price)
          .isEqualTo(TradesOracle.score(rule, decimals(prices), decimal(price)));
    }
  }

  @Test
  void roundsAScoreJustAboveTheMiddleOfTwoDoublesUp() {
    // (m - 2) / m exceeds 1 - 3 / 2^54, the middle of two doubles, by less than 2^-107.
    long mean = ((1L << 55) + 1) / 3;
    assertThat(MEAN_RATIO.deviation(statistics(MEAN_RATIO, List.of(mean))).score(2))
        .isEqualTo(Math.nextDown(1.0));
  }

  @Test
  void flagsTheKnownAnswer() {
    PriceBounds bounds = bounds(MEAN_RATIO, "2", euros(20, -5, 15));
    assertThat(bounds.flags(euro(35))).isTrue();
    assertThat(bounds.flags(euro(5))).isFalse();
    assertThat(bounds.flags(euro(15))).isFalse();
  }

  @Test
  void sparesADeviationThatEqualsTheThreshold() {
    // Mean 10: 30 lies exactly twice the mean away.
    PriceBounds ratio = bounds(MEAN_RATIO, "2", euros(30, 0, 0));
    assertThat(ratio).isEqualTo(PriceBounds.of(euro(-10), euro(30)));
    assertThat(ratio.flags(euro(30))).isFalse();
    assertThat(ratio.flags(euro(30) + 1)).isTrue();
    assertThat(ratio.flags(euro(-10) - 1)).isTrue();

    // Mean 1, standard deviation 3: 10 lies exactly three of them away.
    PriceBounds zscore = bounds(ZSCORE, "3", euros(10, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(zscore).isEqualTo(PriceBounds.of(euro(-8), euro(10)));

    // Median 0, MAD 6745: 0.6745 x 35000 = 3.5 x 6745.
    PriceBounds mad = bounds(MAD, "3.5", euros(-6745, 0, 0, 6745, 6745, 35_000, -35_000));
    assertThat(mad).isEqualTo(PriceBounds.of(euro(-35_000), euro(35_000)));
  }

  @Test
  void flagsEveryNonZeroPriceByMeanRatioWhereTheMeanIsZero() {
    PriceDeviation deviation = MEAN_RATIO.deviation(statistics(MEAN_RATIO, euros(-1, 1, 0)));
    PriceBounds bounds = deviation.bounds(new BigDecimal("2"));
    assertThat(bounds.flags(0)).isFalse();
    assertThat(bounds.flags(1)).isTrue();
    assertThat(bounds.flags(-1)).isTrue();
    assertThat(deviation.score(euro(1))).isNull();
  }

  @Test
  void flagsNothingWherePricesDoNotSpread() {
    assertThat(bounds(ZSCORE, "0", euros(7, 7)).flags(euro(1000))).isFalse();
    assertThat(bounds(MAD, "0", euros(7, 7, 1000)).flags(euro(1000))).isFalse();
  }

  @Test
  void flagsNoPriceWhereBoundsExceedALong() {
    PriceBounds bounds = bounds(ZSCORE, "1E+30", euros(1, 2));
    assertThat(bounds).isEqualTo(PriceBounds.of(Long.MIN_VALUE, Long.MAX_VALUE));
    assertThat(bounds.flags(Long.MIN_VALUE)).isFalse();
    assertThat(bounds.flags(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void findsByMadWhatOneOutlierHidesFromTheZscore() {
    List<Long> prices = euros(10, 11, 12, 13, 1000, 60);
    assertThat(bounds(ZSCORE, "3", prices).flags(euro(60))).isFalse();
    assertThat(bounds(MAD, "3.5", prices).flags(euro(60))).isTrue();
  }

  @Test
  void refusesANegativeThreshold() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bounds(MEAN_RATIO, "-1", euros(1)))
        .withMessageContaining("-1");
  }

  private static PriceBounds bounds(AnomalyRule rule, String threshold, List<Long> prices) {
    return rule.deviation(statistics(rule, prices)).bounds(new BigDecimal(threshold));
  }

  private static PriceStatistics statistics(AnomalyRule rule, List<Long> prices) {
    PriceStatistics statistics = new PriceStatistics();
    prices.forEach(statistics::add);
    if (rule.needsMedian()) {
      statistics.setMedian(PriceMedianTest.inMemory(prices));
    }
    return statistics;
  }

  private static List<Long> euros(long... prices) {
    return Arrays.stream(prices).map(AnomalyRuleTest::euro).boxed().toList();
  }

  private static long euro(long price) {
    return price * 1_000_000;
  }

  private static BigDecimal decimal(long price) {
    return BigDecimal.valueOf(price, 6);
  }

  private static List<BigDecimal> decimals(List<Long> prices) {
    return prices.stream().map(AnomalyRuleTest::decimal).toList();
  }
}
