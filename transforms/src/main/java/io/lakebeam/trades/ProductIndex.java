package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import java.util.Arrays;

/**
 * Numbers the products of the rows of one {@link TradesReader} from 0 on: an open-addressing hash
 * table over the four key columns as numbers, so that no object is made per row.
 */
final class ProductIndex {
  private int[] slots = new int[1 << 12];
  private long[] starts = new long[1 << 11];
  private long[] ends = new long[1 << 11];
  private long[] names = new long[1 << 11];
  private int size;

  int size() {
    return size;
  }

  /** The number of the product of a row; a new product gets the next number. */
  int of(ColumnBatch batch, int row) {
    long start = batch.longs(TradesReader.DELIVERY_START)[row];
    long end = batch.longs(TradesReader.DELIVERY_END)[row];
    long name =
        (long) batch.textIds(TradesReader.PRODUCT)[row] << 32
            | batch.textIds(TradesReader.DELIVERY_AREA)[row];
    int mask = slots.length - 1;
    int slot = hash(start, end, name) & mask;
    while (slots[slot] != 0) {
      int index = slots[slot] - 1;
      if (starts[index] == start && ends[index] == end && names[index] == name) {
        return index;
      }
      slot = slot + 1 & mask;
    }
    return add(slot, start, end, name);
  }

  /** The product of a number. */
  Product product(ColumnBatch batch, int index) {
    return Product.of(
        batch.text(TradesReader.PRODUCT, (int) (names[index] >>> 32)),
        starts[index],
        ends[index],
        batch.text(TradesReader.DELIVERY_AREA, (int) names[index]));
  }

  private int add(int slot, long start, long end, long name) {
    if (size == starts.length) {
      grow();
      slot = freeSlot(hash(start, end, name));
    }
    starts[size] = start;
    ends[size] = end;
    names[size] = name;
    slots[slot] = ++size;
    return size - 1;
  }

  private void grow() {
    starts = Arrays.copyOf(starts, 2 * size);
    ends = Arrays.copyOf(ends, 2 * size);
    names = Arrays.copyOf(names, 2 * size);
    slots = new int[4 * size];
    for (int index = 0; index < size; index++) {
      slots[freeSlot(hash(starts[index], ends[index], names[index]))] = index + 1;
    }
  }

  private int freeSlot(int hash) {
    int slot = hash & slots.length - 1;
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  private static int hash(long start, long end, long name) {
    long hash = (start * 31 + end) * 31 + name;
    hash *= 0x9E3779B97F4A7C15L;
    return (int) (hash >>> 32);
  }
}
