package io.lakebeam.values;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The exact sum of scaled longs, in 128 bits (two's complement): 10<sup>19</sup> addends of any
 * size fit. Adding allocates nothing. Not safe for several threads.
 */
public final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1;

  private long high;
  private long low;

  public void add(long value) {
    addWords(value >> (Long.SIZE - 1), value);
  }

  public void add(ExactSum other) {
    addWords(other.high, other.low);
  }

  private void addWords(long addendHigh, long addendLow) {
    long before = low;
    low = before + addendLow;
    high += addendHigh + carry(before, addendLow, low);
  }

  /** 1 if the unsigned sum of two words overflowed, else 0. */
  public static long carry(long a, long b, long sum) {
    return ((a & b) | ((a | b) & ~sum)) >>> (Long.SIZE - 1);
  }

  public BigInteger toBigInteger() {
    BigInteger lowest = BigInteger.valueOf(low);
    return isLong() ? lowest : BigInteger.valueOf(highRest()).shiftLeft(Long.SIZE).add(lowest);
  }

  /** The sum divided by {@code count}, rounded once to an integer, ties to even. */
  public long averageHalfEven(long count) {
    BigDecimal sum = isLong() ? BigDecimal.valueOf(low) : new BigDecimal(toBigInteger());
    return sum.divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_EVEN).longValueExact();
  }

  /** Writes 2 bytes for zero, about 8 for a sum that fits a long, at most 20. */
  public void writeTo(DataOutput out) throws IOException {
    Varint.writeSigned(low, out);
    Varint.writeSigned(highRest(), out);
  }

  /** A sum that {@link #writeTo} wrote. */
  public static ExactSum readFrom(DataInput in) throws IOException {
    ExactSum sum = new ExactSum();
    sum.low = Varint.readSigned(in);
    sum.high = Varint.readSigned(in) + (sum.low >> (Long.SIZE - 1));
    return sum;
  }

  private boolean isLong() {
    return highRest() == 0;
  }

  /** What the high word holds beyond the sign of the low word; zero if the sum fits a long. */
  private long highRest() {
    return high - (low >> (Long.SIZE - 1));
  }

  @Override
  public String toString() {
    return toBigInteger().toString();
  }
}
