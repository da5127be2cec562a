package io.lakebeam.trades;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PriceMedianTest {
  private static final int PLENTY = 1 << 16;

  @TempDir private Path directory;

  @Provide
  Arbitrary<List<Long>> prices() {
    return Arbitraries.oneOf(
        TradeArbitraries.prices().list().ofMinSize(1).ofMaxSize(60),
        Arbitraries.longs().between(-4, 4).list().ofMinSize(1).ofMaxSize(40));
  }

  @Property
  void equalsTheDefinition(@ForAll("prices") List<Long> prices) {
    List<BigDecimal> decimals = prices.stream().map(BigDecimal::valueOf).toList();
    PriceMedian median = inMemory(prices);

    assertThat(BigDecimal.valueOf(median.doubled()))
        .isEqualByComparingTo(TradesOracle.median(decimals).multiply(BigDecimal.valueOf(2)));
    assertThat(BigDecimal.valueOf(median.madQuadrupled()))
        .isEqualByComparingTo(
            TradesOracle.medianDeviation(decimals).multiply(BigDecimal.valueOf(4)));
  }

  @Test
  void isTheSameWherePricesDoNotFitMemory() throws IOException {
    List<Long> many = LongStream.range(-500, 777).map(i -> i * i * i).boxed().toList();
    List<Long> few = List.of(1L, 2L, 2L, 4_000_000_000L);
    SortedPrices sorted = new SortedPrices(directory + "/", 100);
    for (List<Long> prices : List.of(many, few, many.subList(1, many.size()))) {
      assertThat(of(sorted, prices)).isEqualTo(inMemory(prices));
      assertThat(files()).isEqualTo(prices.size() > few.size() ? 1 : 0);
    }
    sorted.clear();
    assertThat(files()).isZero();
  }

  @Test
  void keepsOneEntryForEachDistinctPrice() throws IOException {
    SortedPrices sorted = new SortedPrices(directory + "/", 5_000 * 6);
    for (long price = 0; price < 5_000; price++) {
      for (int times = 0; times < 200; times++) {
        sorted.add(price * 10_000);
      }
    }
    sorted.finish();

    assertThat(sorted.count()).isEqualTo(1_000_000);
    assertThat(PriceMedian.of(sorted).doubled()).isEqualTo(2_499L * 10_000 + 2_500 * 10_000);
    assertThat(files()).isZero();
  }

  @Test
  void leavesNoFileWhereAStepFailsAmongTheProductsPrices() throws IOException {
    try (SortedPrices sorted = new SortedPrices(directory + "/", 100)) {
      for (long price = 0; price < 1000; price++) {
        sorted.add(price);
      }
      assertThat(files()).isOne();
    }
    assertThat(files()).isZero();
  }

  static PriceMedian inMemory(List<Long> prices) {
    try {
      return of(new SortedPrices("nowhere/", PLENTY), prices.stream().sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PriceMedian of(SortedPrices sorted, List<Long> ascending) throws IOException {
    sorted.clear();
    for (long price : ascending) {
      sorted.add(price);
    }
    sorted.finish();
    return PriceMedian.of(sorted);
  }

  private long files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.count();
    }
  }
}
