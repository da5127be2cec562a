package io.lakebeam.trades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class PriceStatisticsTest {
  @Provide
  Arbitrary<List<Long>> prices() {
    return TradeArbitraries.prices().list().ofMinSize(1).ofMaxSize(50);
  }

  @Property
  void countsAndSumsExactly(@ForAll("prices") List<Long> left, @ForAll("prices") List<Long> right)
      throws IOException {
    PriceStatistics merged = new PriceStatistics();
    merged.merge(readBack(of(new PriceStatistics(), left)));
    merged.merge(of(new PriceStatistics(), right));

    List<Long> all = Stream.concat(left.stream(), right.stream()).toList();
    for (PriceStatistics statistics : List.of(merged, readBack(merged))) {
      assertThat(statistics.count()).isEqualTo(all.size());
      assertThat(statistics.min()).isEqualTo(all.stream().min(Long::compare).orElseThrow());
      assertThat(statistics.max()).isEqualTo(all.stream().max(Long::compare).orElseThrow());
      assertThat(statistics.sum()).isEqualTo(sum(exact(all)));
      assertThat(statistics.sumOfSquares()).isEqualTo(sum(exact(all).map(p -> p.pow(2))));
    }
  }

  @Test
  void sumsSquaresOfAMillionLargestPricesBeyond128Bits() {
    PriceStatistics statistics = new PriceStatistics();
    long largest = 999_999_999_999_999_999L;
    for (int i = 0; i < 1_000_000; i++) {
      statistics.add(-largest);
    }
    BigInteger millionfold = BigInteger.valueOf(1_000_000);
    assertThat(statistics.sum()).isEqualTo(BigInteger.valueOf(-largest).multiply(millionfold));
    assertThat(statistics.sumOfSquares())
        .isEqualTo(BigInteger.valueOf(largest).pow(2).multiply(millionfold));
    assertThat(statistics.averagePriceMicros()).isEqualTo(-largest);
  }

  @Test
  void knowsNoMedianUnlessItWasTold() {
    assertThatIllegalStateException().isThrownBy(() -> new PriceStatistics().median());
  }

  @Test
  void averagesTheKnownAnswer() {
    List<Long> prices = List.of(20_000_000L, -5_000_000L, 15_000_000L);
    assertThat(of(new PriceStatistics(), prices).averagePriceMicros()).isEqualTo(10_000_000);
  }

  private static PriceStatistics of(PriceStatistics empty, List<Long> prices) {
    prices.forEach(empty::add);
    return empty;
  }

  private static Stream<BigInteger> exact(List<Long> values) {
    return values.stream().map(BigInteger::valueOf);
  }

  private static BigInteger sum(Stream<BigInteger> values) {
    return values.reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static PriceStatistics readBack(PriceStatistics statistics) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    statistics.writeTo(new DataOutputStream(bytes));
    return PriceStatistics.readFrom(
        new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
  }
}
