package io.lakebeam.trades;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.math.BigInteger;

/**
 * The prices, in millionths, that are normal for a product: those from {@code lowest} to {@code
 * highest}, both included. There may be none ({@code lowest > highest}).
 */
@AutoValue
public abstract class PriceBounds implements Serializable {
  /** Nothing is flagged. */
  static final PriceBounds EVERY_PRICE = of(Long.MIN_VALUE, Long.MAX_VALUE);

  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);

  public static PriceBounds of(long lowest, long highest) {
    return new AutoValue_PriceBounds(lowest, highest);
  }

  /** Bounds of any size, cut to what a price can be. */
  static PriceBounds of(BigInteger lowest, BigInteger highest) {
    return of(lowest.max(MIN).longValueExact(), highest.min(MAX).longValueExact());
  }

  public abstract long lowest();

  public abstract long highest();

  /** Whether the price is abnormal. */
  public boolean flags(long price) {
    return price < lowest() || price > highest();
  }
}
