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
 * and, once it was told, the median.
 *
 * <p>Prices are scaled longs (millionths) of at most 18 digits; up to 10<sup>18</sup> of them add
 * up without overflow. Adding allocates nothing. Partial statistics merge to the same result in any
 * order. About 100 bytes. Not safe for several threads.
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
  private @Nullable PriceMedian median;

  public void add(long price) {
    count++;
    min = Math.min(min, price);
    max = Math.max(max, price);
    sum.add(price);
    addSquares(0, Math.multiplyHigh(price, price), price * price);
  }

  /** Adds all prices of another accumulator. */
  public void merge(PriceStatistics other) {
    count += other.count;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    sum.add(other.sum);
    addSquares(other.squaresHigh, other.squaresMiddle, other.squaresLow);
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

  /** The median of the prices, if it was told. */
  PriceMedian median() {
    if (median == null) {
      throw new IllegalStateException("The median of these prices is not known");
    }
    return median;
  }

  /** Tells the median of all prices that were added; to be told once no more are. */
  void setMedian(PriceMedian median) {
    this.median = median;
  }

  /** Writes about 40 bytes, without the median. */
  public void writeTo(DataOutput out) throws IOException {
    Varint.write(count, out);
    Varint.writeSigned(min, out);
    Varint.writeSigned(max, out);
    sum.writeTo(out);
    Varint.write(squaresLow, out);
    Varint.write(squaresMiddle, out);
    Varint.write(squaresHigh, out);
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
    PriceStatistics statistics = new PriceStatistics();
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
