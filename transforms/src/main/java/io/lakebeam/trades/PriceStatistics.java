package io.lakebeam.trades;

import io.lakebeam.values.ExactSum;
import io.lakebeam.values.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The exact statistics of the prices of one product: count, sum, sum of squares, least and greatest
 * and, where the median is asked for, how often each price occurs.
 *
 * <p>Prices are scaled longs (millionths) of at most 18 digits; up to 10<sup>18</sup> of them add
 * up without overflow. Adding allocates nothing, unless every price is kept. Partial statistics
 * merge to the same result in any order. Not safe for several threads.
 */
public final class PriceStatistics {
  private long count;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;
  private ExactSum sum = new ExactSum();
  // The sum of squares, 192 bits, highest word first.
  private long squaresHigh;
  private long squaresMiddle;
  private long squaresLow;
  private final @Nullable PriceHistogram histogram;

  private PriceStatistics(@Nullable PriceHistogram histogram) {
    this.histogram = histogram;
  }

  /** Empty statistics of a fixed size, about 100 bytes. */
  public static PriceStatistics ofMoments() {
    return new PriceStatistics(null);
  }

  /** Empty statistics that also know the median; they grow with the number of distinct prices. */
  public static PriceStatistics ofEveryPrice() {
    return new PriceStatistics(new PriceHistogram());
  }

  public void add(long price) {
    count++;
    min = Math.min(min, price);
    max = Math.max(max, price);
    sum.add(price);
    addSquares(0, Math.multiplyHigh(price, price), price * price);
    if (histogram != null) {
      histogram.add(price);
    }
  }

  /** Adds all prices of another accumulator, which must keep every price if this one does. */
  public void merge(PriceStatistics other) {
    count += other.count;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    sum.add(other.sum);
    addSquares(other.squaresHigh, other.squaresMiddle, other.squaresLow);
    if (histogram != null) {
      histogram.merge(other.histogram());
    }
  }

  private void addSquares(long high, long middle, long low) {
    long lowBefore = squaresLow;
    squaresLow = lowBefore + low;
    long lowCarry = ExactSum.carry(lowBefore, low, squaresLow);
    long middleBefore = squaresMiddle;
    long middleSum = middleBefore + middle;
    squaresMiddle = middleSum + lowCarry;
    squaresHigh +=
        high
            + ExactSum.carry(middleBefore, middle, middleSum)
            + ExactSum.carry(middleSum, lowCarry, squaresMiddle);
  }

  public long count() {
    return count;
  }

  /** The least price, {@link Long#MAX_VALUE} of none. */
  public long min() {
    return min;
  }

  /** The greatest price, {@link Long#MIN_VALUE} of none. */
  public long max() {
    return max;
  }

  public BigInteger sum() {
    return sum.toBigInteger();
  }

  public BigInteger sumOfSquares() {
    return unsigned(squaresHigh)
        .shiftLeft(Long.SIZE)
        .or(unsigned(squaresMiddle))
        .shiftLeft(Long.SIZE)
        .or(unsigned(squaresLow));
  }

  private static BigInteger unsigned(long word) {
    BigInteger signed = BigInteger.valueOf(word);
    return word >= 0 ? signed : signed.add(BigInteger.ONE.shiftLeft(Long.SIZE));
  }

  /** The mean price in millionths, rounded half even; of one price at least. */
  public long averagePriceMicros() {
    return sum.averageHalfEven(count);
  }

  /** How often each price occurs. */
  PriceHistogram histogram() {
    if (histogram == null) {
      throw new IllegalStateException("These statistics do not keep every price");
    }
    return histogram;
  }

  /** Writes about 40 bytes, and every distinct price where they are kept. */
  public void writeTo(DataOutput out) throws IOException {
    Varint.write(count, out);
    Varint.writeSigned(min, out);
    Varint.writeSigned(max, out);
    sum.writeTo(out);
    Varint.write(squaresLow, out);
    Varint.write(squaresMiddle, out);
    Varint.write(squaresHigh, out);
    out.writeBoolean(histogram != null);
    if (histogram != null) {
      histogram.writeTo(out);
    }
  }

  /** Statistics that {@link #writeTo} wrote. */
  public static PriceStatistics readFrom(DataInput in) throws IOException {
    long count = Varint.read(in);
    long min = Varint.readSigned(in);
    long max = Varint.readSigned(in);
    ExactSum sum = ExactSum.readFrom(in);
    long squaresLow = Varint.read(in);
    long squaresMiddle = Varint.read(in);
    long squaresHigh = Varint.read(in);
    PriceStatistics statistics =
        new PriceStatistics(in.readBoolean() ? PriceHistogram.readFrom(in) : null);
    statistics.count = count;
    statistics.min = min;
    statistics.max = max;
    statistics.sum = sum;
    statistics.squaresLow = squaresLow;
    statistics.squaresMiddle = squaresMiddle;
    statistics.squaresHigh = squaresHigh;
    return statistics;
  }
}
