package io.lakebeam.sort;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Records in memory, up to a limit, to be sorted by group and key; equal ones stay in the order in
 * which they came.
 */
final class SortBuffer {
  /** Before the key of each record: length of the key, length of the value. */
  static final int HEADER_BYTES = 2 * Integer.BYTES;

  private static final int FIRST_BYTES = 1 << 20;

  private final int mostBytes;
  private ByteBuffer bytes = ByteBuffer.allocate(FIRST_BYTES);

  /** Group in the high half, so that sorting the numbers sorts by group; offset in the low one. */
  private long[] entries = new long[1 << 12];

  private int size;

  SortBuffer(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  int size() {
    return size;
  }

  /** False if there is no room for it; a record larger than the limit fits an empty buffer. */
  boolean add(RecordWriter record) {
    int needed = HEADER_BYTES + record.length();
    if (size > 0 && bytes.position() + (long) needed > mostBytes) {
      return false;
    }
    reserve(needed);
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, 2 * size);
    }
    entries[size++] = (long) record.group() << Integer.SIZE ^ Long.MIN_VALUE | bytes.position();
    bytes.putInt(record.keyLength()).putInt(record.length() - record.keyLength());
    bytes.put(record.bytes(), 0, record.length());
    return true;
  }

  private void reserve(int needed) {
    if (bytes.remaining() < needed) {
      long doubled = Math.min(2L * bytes.capacity(), mostBytes);
      int capacity = (int) Math.max(doubled, bytes.position() + needed);
      bytes = ByteBuffer.allocate(capacity).put(bytes.flip());
    }
  }

  void sort() {
    Arrays.sort(entries, 0, size);
    long[] spare = new long[size];
    int start = 0;
    for (int i = 1; i <= size; i++) {
      if (i == size || group(i) != group(start)) {
        sortByKey(start, i, spare);
        start = i;
      }
    }
  }

  void clear() {
    bytes.clear();
    size = 0;
  }

  int group(int index) {
    return (int) ((entries[index] ^ Long.MIN_VALUE) >>> Integer.SIZE);
  }

  /** The record's header, key and value, as an array and where they are in it. */
  byte[] array() {
    return bytes.array();
  }

  int offset(int index) {
    return (int) entries[index];
  }

  int length(int index) {
    int offset = offset(index);
    return HEADER_BYTES + bytes.getInt(offset) + bytes.getInt(offset + Integer.BYTES);
  }

  /** Merge sort: stable, and on primitive numbers, which the JDK's own with a comparator is not. */
  private void sortByKey(int start, int end, long[] spare) {
    if (end - start < 2) {
      return;
    }
    int middle = (start + end) >>> 1;
    sortByKey(start, middle, spare);
    sortByKey(middle, end, spare);
    if (compareKeys(entries[middle - 1], entries[middle]) <= 0) {
      return;
    }
    System.arraycopy(entries, start, spare, start, middle - start);
    int left = start;
    int right = middle;
    int to = start;
    while (left < middle && right < end) {
      entries[to++] =
          compareKeys(spare[left], entries[right]) <= 0 ? spare[left++] : entries[right++];
    }
    System.arraycopy(spare, left, entries, to, middle - left);
  }

  private int compareKeys(long one, long other) {
    int left = (int) one;
    int right = (int) other;
    int leftKey = left + HEADER_BYTES;
    int rightKey = right + HEADER_BYTES;
    return Arrays.compareUnsigned(
        bytes.array(),
        leftKey,
        leftKey + bytes.getInt(left),
        bytes.array(),
        rightKey,
        rightKey + bytes.getInt(right));
  }
}
