package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import java.io.IOException;

/**
 * The median of a product's prices and their median absolute deviation (MAD), as exact integers. A
 * median of an even count is the mean of the two in the middle, so the median comes doubled;
 * deviations from it are halves again, so the MAD comes quadrupled. Prices have at most 18 digits,
 * so even that fits a long.
 */
@AutoValue
abstract class PriceMedian {
  static PriceMedian of(long doubled, long madQuadrupled) {
    return new AutoValue_PriceMedian(doubled, madQuadrupled);
  }

  /** Of one price at least, in constant memory. */
  static PriceMedian of(SortedPrices prices) throws IOException {
    long doubled = medianDoubled(prices);
    return of(doubled, madQuadrupled(prices, doubled));
  }

  /** Twice the median. */
  abstract long doubled();

  /** Four times the median of {@code |price - median|}. */
  abstract long madQuadrupled();

  private static long lowerRank(SortedPrices prices) {
    return (prices.count() - 1) / 2;
  }

  private static boolean isEven(SortedPrices prices) {
    return prices.count() % 2 == 0;
  }

  private static long medianDoubled(SortedPrices prices) throws IOException {
    try (SortedPrices.Walk middle = prices.from(lowerRank(prices))) {
      long lower = middle.next();
      return Math.addExact(lower, isEven(prices) ? middle.next() : lower);
    }
  }

  /**
   * The k prices that deviate least are neighbours in order. So of all windows of k neighbours, the
   * one whose farther end deviates least tells the k-th smallest deviation. Two walks, k ranks
   * apart, see the ends of all windows; of an even count, those of k + 1 prices as well.
   */
  private static long madQuadrupled(SortedPrices prices, long medianDoubled) throws IOException {
    long apart = lowerRank(prices);
    long lower = Long.MAX_VALUE;
    long upper = Long.MAX_VALUE;
    try (SortedPrices.Walk least = prices.from(0);
        SortedPrices.Walk greatest = prices.from(apart)) {
      long below = 0;
      for (long rank = 0; rank < prices.count() - apart; rank++) {
        long above = 2 * greatest.next() - medianDoubled;
        if (rank > 0) {
          upper = Math.min(upper, Math.max(below, above));
        }
        below = medianDoubled - 2 * least.next();
        lower = Math.min(lower, Math.max(below, above));
      }
    }
    return Math.addExact(lower, isEven(prices) ? upper : lower);
  }
}
