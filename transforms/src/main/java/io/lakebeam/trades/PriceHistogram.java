package io.lakebeam.trades;

import io.lakebeam.values.Varint;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How often each price occurs: an exact multiset of scaled longs, for medians. Memory grows with
 * the number of distinct prices (24 to 48 bytes each), not with the number of trades.
 *
 * <p>An open-addressing hash table with linear probing; a slot with count zero is free.
 */
public final class PriceHistogram {
  private static final int SMALLEST_CAPACITY = 8;
  private static final int LARGEST_CAPACITY = 1 << 30;

  /** 2<sup>64</sup> divided by the golden ratio, odd: spreads prices that lie close together. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long[] prices;
  private long[] counts;
  private int distinct;
  private long count;

  public PriceHistogram() {
    this(SMALLEST_CAPACITY);
  }

  private PriceHistogram(int capacity) {
    prices = new long[capacity];
    counts = new long[capacity];
  }

  public void add(long price) {
    add(price, 1);
  }

  private void add(long price, long times) {
    int slot = slotOf(price);
    count += times;
    if (counts[slot] == 0) {
      prices[slot] = price;
      counts[slot] = times;
      distinct++;
      ensureRoomFor(distinct + 1L);
    } else {
      counts[slot] += times;
    }
  }

  /** Adds all prices of another histogram. */
  public void merge(PriceHistogram other) {
    // Room first: slots read in order and added to a smaller table would pile up at its front.
    ensureRoomFor(Math.max(distinct, other.distinct) + 1L);
    for (int slot = 0; slot < other.prices.length; slot++) {
      if (other.counts[slot] > 0) {
        add(other.prices[slot], other.counts[slot]);
      }
    }
  }

  /** How many prices were added. */
  public long count() {
    return count;
  }

  /** How many different prices were added. */
  public int distinct() {
    return distinct;
  }

  /** The prices in order, for ranks and medians. */
  SortedPrices sorted() {
    long[] ordered = new long[distinct];
    int length = 0;
    for (int slot = 0; slot < prices.length; slot++) {
      if (counts[slot] > 0) {
        ordered[length++] = prices[slot];
      }
    }
    Arrays.sort(ordered);
    long[] times = new long[distinct];
    for (int i = 0; i < distinct; i++) {
      times[i] = counts[slotOf(ordered[i])];
    }
    return new SortedPrices(ordered, times, count);
  }

  /** Writes each distinct price as its distance from the one before, with its count. */
  public void writeTo(DataOutput out) throws IOException {
    sorted().writeTo(out);
  }

  /** A histogram that {@link #writeTo} wrote. */
  public static PriceHistogram readFrom(DataInput in) throws IOException {
    int distinct = Math.toIntExact(Varint.read(in));
    PriceHistogram histogram = new PriceHistogram(capacityFor(distinct + 1L));
    long price = 0;
    for (int i = 0; i < distinct; i++) {
      price += Varint.readSigned(in);
      histogram.add(price, Varint.read(in));
    }
    return histogram;
  }

  /** Where the price is, or would be. */
  private int slotOf(long price) {
    int mask = prices.length - 1;
    int slot = (int) ((price * SPREAD) >>> Long.numberOfLeadingZeros(mask));
    while (counts[slot] != 0 && prices[slot] != price) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void ensureRoomFor(long entries) {
    int capacity = capacityFor(entries);
    if (capacity <= prices.length) {
      return;
    }
    long[] oldPrices = prices;
    long[] oldCounts = counts;
    prices = new long[capacity];
    counts = new long[capacity];
    for (int old = 0; old < oldPrices.length; old++) {
      if (oldCounts[old] > 0) {
        int slot = slotOf(oldPrices[old]);
        prices[slot] = oldPrices[old];
        counts[slot] = oldCounts[old];
      }
    }
  }

  /** The least power of two of which the entries fill at most two thirds. */
  private static int capacityFor(long entries) {
    long capacity = SMALLEST_CAPACITY;
    while (capacity * 2 < entries * 3) {
      capacity *= 2;
    }
    if (capacity > LARGEST_CAPACITY) {
      throw new IllegalStateException("Too many distinct prices for one product: " + entries);
    }
    return (int) capacity;
  }
}
