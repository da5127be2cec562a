package io.lakebeam.trades;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * How far a price lies from the middle of its product's prices, measured by how much they usually
 * spread: {@code |denominator x price - middle| / spread}, all integers; the spread is given as it
 * is or as its square. Every decision and every digit follows from exact integers.
 */
public final class PriceDeviation implements Serializable {
  private static final long serialVersionUID = 1;

  /** Bits of a quotient whose root fits a positive long and has more bits than a double. */
  private static final int QUOTIENT_BITS = 124;

  private final BigInteger denominator;
  private final BigInteger middle;
  private final BigInteger spread;
  private final boolean squared;
  private final boolean flagsWithoutSpread;

  private PriceDeviation(
      BigInteger denominator,
      BigInteger middle,
      BigInteger spread,
      boolean squared,
      boolean flagsWithoutSpread) {
    this.denominator = denominator;
    this.middle = middle;
    this.spread = spread;
    this.squared = squared;
    this.flagsWithoutSpread = flagsWithoutSpread;
  }

  /** Without spread, every price but the middle is abnormal. */
  static PriceDeviation relative(BigInteger denominator, BigInteger middle, BigInteger spread) {
    return new PriceDeviation(denominator, middle, spread, false, true);
  }

  /** Without spread, no price is abnormal. */
  static PriceDeviation robust(BigInteger denominator, BigInteger middle, BigInteger spread) {
    return new PriceDeviation(denominator, middle, spread, false, false);
  }

  /** As {@link #robust}, of a spread whose square is known. */
  static PriceDeviation standard(
      BigInteger denominator, BigInteger middle, BigInteger squaredSpread) {
    return new PriceDeviation(denominator, middle, squaredSpread, true, false);
  }

  /**
   * The prices that deviate by at most the threshold {@code a / b}: {@code b |denominator x price -
   * middle| <= a x spread}. The left side is an integer, so the right one may be rounded down.
   *
   * @param threshold not negative
   */
  public PriceBounds bounds(BigDecimal threshold) {
    if (threshold.signum() < 0) {
      throw new IllegalArgumentException("A threshold below zero: " + threshold);
    }
    if (spread.signum() == 0 && !flagsWithoutSpread) {
      return PriceBounds.EVERY_PRICE;
    }
    BigInteger a = threshold.unscaledValue();
    BigInteger b = BigInteger.ONE;
    if (threshold.scale() < 0) {
      a = threshold.toBigIntegerExact();
    } else {
      b = BigInteger.TEN.pow(threshold.scale());
    }
    BigInteger margin = squared ? a.multiply(a).multiply(spread).sqrt() : a.multiply(spread);
    BigInteger from = b.multiply(middle).subtract(margin);
    BigInteger to = b.multiply(middle).add(margin);
    BigInteger scale = b.multiply(denominator);
    return PriceBounds.of(floorDivide(from.negate(), scale).negate(), floorDivide(to, scale));
  }

  private static BigInteger floorDivide(BigInteger dividend, BigInteger positiveDivisor) {
    BigInteger[] parts = dividend.divideAndRemainder(positiveDivisor);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /** The deviation as the double nearest to it, ties to even; null where there is no spread. */
  public @Nullable Double score(long price) {
    if (spread.signum() == 0) {
      return null;
    }
    BigInteger distance = denominator.multiply(BigInteger.valueOf(price)).subtract(middle);
    return rootOfQuotient(distance.pow(2), squared ? spread : spread.pow(2));
  }

  /**
   * The root of a fraction, rounded once: its leading 62 bits as an integer, the last of them set
   * if anything was cut off, then the conversion to double rounds to the nearest.
   */
  private static double rootOfQuotient(BigInteger numerator, BigInteger denominator) {
    if (numerator.signum() == 0) {
      return 0;
    }
    int halfShift =
        Math.floorDiv(QUOTIENT_BITS - (numerator.bitLength() - denominator.bitLength()), 2);
    // Shifting right would lose bits: where the shift is negative the denominator grows instead.
    BigInteger[] quotient =
        numerator
            .shiftLeft(Math.max(0, 2 * halfShift))
            .divideAndRemainder(denominator.shiftLeft(Math.max(0, -2 * halfShift)));
    BigInteger[] root = quotient[0].sqrtAndRemainder();
    boolean exact = quotient[1].signum() == 0 && root[1].signum() == 0;
    long leadingBits = root[0].longValueExact() | (exact ? 0 : 1);
    return Math.scalb((double) leadingBits, -halfShift);
  }
}
