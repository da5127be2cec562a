package io.lakebeam.trades;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * What makes the price of a trade abnormal among the prices of its product: it deviates from their
 * middle by more than a threshold. Decided on exact values; a deviation that equals the threshold
 * is not abnormal.
 */
public enum AnomalyRule {
  /**
   * {@code |price - mean| > threshold x |mean|}. With a mean of zero every non-zero price is
   * abnormal.
   */
  MEAN_RATIO("mean-ratio", "2") {
    @Override
    public PriceDeviation deviation(PriceStatistics prices) {
      BigInteger sum = prices.sum();
      return PriceDeviation.relative(BigInteger.valueOf(prices.count()), sum, sum.abs());
    }
  },

  /**
   * {@code |price - mean| > threshold x s} with the population standard deviation s > 0. Both sides
   * times the count n: {@code |n price - sum| > threshold x root(n sumOfSquares - sum^2)}.
   */
  ZSCORE("zscore", "3") {
    @Override
    public PriceDeviation deviation(PriceStatistics prices) {
      BigInteger count = BigInteger.valueOf(prices.count());
      BigInteger sum = prices.sum();
      BigInteger squaredSpread = count.multiply(prices.sumOfSquares()).subtract(sum.multiply(sum));
      return PriceDeviation.standard(count, sum, squaredSpread);
    }
  },

  /**
   * {@code 0.6745 |price - median| > threshold x MAD} with the median absolute deviation MAD > 0:
   * the modified z-score of Iglewicz and Hoaglin, How to Detect and Handle Outliers (1993). Both
   * sides times 40,000: {@code |26980 price - 13490 (2 median)| > threshold x 10000 (4 MAD)}.
   */
  MAD("mad", "3.5") {
    @Override
    boolean needsMedian() {
      return true;
    }

    @Override
    public PriceDeviation deviation(PriceStatistics prices) {
      PriceMedian median = prices.median();
      return PriceDeviation.robust(
          BigInteger.valueOf(26_980),
          BigInteger.valueOf(13_490).multiply(BigInteger.valueOf(median.doubled())),
          BigInteger.valueOf(10_000).multiply(BigInteger.valueOf(median.madQuadrupled())));
    }
  };

  private final String code;
  private final BigDecimal defaultThreshold;

  AnomalyRule(String code, String defaultThreshold) {
    this.code = code;
    this.defaultThreshold = new BigDecimal(defaultThreshold);
  }

  /** The rule's name in options and in the table. */
  public String code() {
    return code;
  }

  public BigDecimal defaultThreshold() {
    return defaultThreshold;
  }

  /** Whether it asks for the median, for which all prices of a product must come in order. */
  boolean needsMedian() {
    return false;
  }

  /**
   * How prices deviate from those counted, of which there must be one at least; their median must
   * be known if the rule {@link #needsMedian}.
   */
  public abstract PriceDeviation deviation(PriceStatistics prices);
}
