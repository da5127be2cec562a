package io.lakebeam.events;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many values lie in each of many ranges. Two histograms add up exactly, in any order, unlike
 * sketches that sample at random.
 *
 * <p>Ranges are as wide as a unit, or, by magnitude, so that numbers below 8 have a range each and
 * each power of two above has eight: a value is known to an eighth.
 */
final class Histogram implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SUB_BITS = 3;
  private static final int SUBS = 1 << SUB_BITS;

  private final long origin;

  /** 0 for ranges by magnitude. */
  private final long unit;

  private long[] counts = new long[0];

  private Histogram(long origin, long unit) {
    this.origin = origin;
    this.unit = unit;
  }

  /** Of values that are not negative, by magnitude. */
  static Histogram byMagnitude() {
    return new Histogram(0, 0);
  }

  /** Of values from the origin on. */
  static Histogram byUnit(long origin, long unit) {
    return new Histogram(origin, unit);
  }

  void add(long value) {
    int range = range(value - origin);
    if (range >= counts.length) {
      counts = Arrays.copyOf(counts, range + SUBS);
    }
    counts[range]++;
  }

  void add(Histogram other) {
    if (other.counts.length > counts.length) {
      counts = Arrays.copyOf(counts, other.counts.length);
    }
    for (int i = 0; i < other.counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  private int range(long value) {
    if (unit > 0) {
      return Math.toIntExact(value / unit);
    }
    if (value < SUBS) {
      return (int) value;
    }
    int shift = Long.SIZE - 1 - SUB_BITS - Long.numberOfLeadingZeros(value);
    return (shift << SUB_BITS) + (int) (value >>> shift);
  }

  /** The least value of a range. */
  long from(int range) {
    if (unit > 0) {
      return origin + range * unit;
    }
    int shift = Math.max(0, (range >>> SUB_BITS) - 1);
    return (long) (range - (shift << SUB_BITS)) << shift;
  }

  long count(int range) {
    return counts[range];
  }

  /** The first range that has a value; {@link #end} if there is none. */
  int begin() {
    int range = 0;
    while (range < counts.length && counts[range] == 0) {
      range++;
    }
    return range;
  }

  /** The range behind the last one that has a value. */
  int end() {
    int end = counts.length;
    while (end > 0 && counts[end - 1] == 0) {
      end--;
    }
    return end;
  }
}
