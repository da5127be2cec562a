package io.lakebeam.trades;

import io.lakebeam.values.Varint;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Distinct prices in ascending order, each with its count: gives the median and the median absolute
 * deviation (MAD) as exact integers. A median of an even count is the mean of the two in the
 * middle, so the median comes doubled; deviations from it are halves again, so the MAD comes
 * quadrupled. Prices have at most 18 digits, so even that fits a long.
 */
final class SortedPrices {
  private final long[] prices;
  private final long[] counts;
  private final long count;

  SortedPrices(long[] prices, long[] counts, long count) {
    this.prices = prices;
    this.counts = counts;
    this.count = count;
  }

  /** Twice the median; of one price at least. */
  long medianDoubled() {
    return Math.addExact(atRank((count - 1) / 2), atRank(count / 2));
  }

  private long atRank(long rank) {
    int i = 0;
    for (long above = counts[0]; above <= rank; above += counts[i]) {
      i++;
    }
    return prices[i];
  }

  /** Four times the median of {@code |price - median|}. */
  long madQuadrupled() {
    long medianDoubled = medianDoubled();
    return Math.addExact(
        deviationDoubledAtRank((count - 1) / 2, medianDoubled),
        deviationDoubledAtRank(count / 2, medianDoubled));
  }

  /**
   * Walks outward from the median: the prices below it and those above it are two sequences of
   * growing deviations, so the next deviation is always the smaller of their heads.
   */
  private long deviationDoubledAtRank(long rank, long medianDoubled) {
    int above = 0;
    while (above < prices.length && 2 * prices[above] < medianDoubled) {
      above++;
    }
    int below = above - 1;
    long passed = 0;
    while (true) {
      boolean goesUp = isAboveNearer(below, above, medianDoubled);
      int next = goesUp ? above++ : below--;
      passed += counts[next];
      if (passed > rank) {
        return deviationDoubled(next, medianDoubled);
      }
    }
  }

  private boolean isAboveNearer(int below, int above, long medianDoubled) {
    if (below < 0 || above == prices.length) {
      return below < 0;
    }
    return deviationDoubled(above, medianDoubled) <= deviationDoubled(below, medianDoubled);
  }

  private long deviationDoubled(int i, long medianDoubled) {
    return Math.abs(Math.subtractExact(2 * prices[i], medianDoubled));
  }

  void writeTo(DataOutput out) throws IOException {
    Varint.write(prices.length, out);
    long before = 0;
    for (int i = 0; i < prices.length; i++) {
      Varint.writeSigned(prices[i] - before, out);
      Varint.write(counts[i], out);
      before = prices[i];
    }
  }
}
