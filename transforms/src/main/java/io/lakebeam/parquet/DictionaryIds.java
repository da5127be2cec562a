package io.lakebeam.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/**
 * The ids of a page of dictionary-encoded values: a byte that tells their width in bits, then runs,
 * each either one value repeated or groups of eight values packed bit by bit ("RLE/bit-packing
 * hybrid" of the Parquet format's Encodings).
 */
final class DictionaryIds {
  private static final int GROUP = 8;

  private final byte[] bytes;
  private final int end;
  private final int width;
  private final BytePacker packer;
  private int position;
  private int left;
  private boolean repeated;
  private int value;
  private final int[] group = new int[GROUP];
  private int nextOfGroup = GROUP;

  /** Reads from the buffer's position to its limit; the buffer has an array. */
  DictionaryIds(ByteBuffer page) {
    bytes = page.array();
    position = page.arrayOffset() + page.position();
    end = page.arrayOffset() + page.limit();
    width = bytes[position++];
    packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
  }

  void read(int[] ids, int count) {
    int from = 0;
    while (from < count) {
      if (left == 0) {
        nextRun();
      }
      int some = Math.min(left, count - from);
      if (repeated) {
        Arrays.fill(ids, from, from + some, value);
      } else {
        unpack(ids, from, some);
      }
      left -= some;
      from += some;
    }
  }

  private void nextRun() {
    int header = varint();
    repeated = (header & 1) == 0;
    if (repeated) {
      left = header >>> 1;
      value = 0;
      for (int shift = 0; shift < width; shift += Byte.SIZE) {
        value |= (bytes[position++] & 0xFF) << shift;
      }
    } else {
      left = (header >>> 1) * GROUP;
      nextOfGroup = GROUP;
    }
  }

  private void unpack(int[] ids, int from, int count) {
    int to = from;
    int rest = count;
    while (rest > 0 && nextOfGroup < GROUP) {
      ids[to++] = group[nextOfGroup++];
      rest--;
    }
    for (; rest >= GROUP; rest -= GROUP, to += GROUP) {
      unpackGroup(ids, to);
    }
    if (rest > 0) {
      unpackGroup(group, 0);
      System.arraycopy(group, 0, ids, to, rest);
      nextOfGroup = rest;
    }
  }

  /** The last group may be cut short, where no more values are wanted. */
  private void unpackGroup(int[] ids, int to) {
    if (position + width <= end) {
      packer.unpack8Values(bytes, position, ids, to);
    } else {
      byte[] padded = new byte[width];
      System.arraycopy(bytes, position, padded, 0, end - position);
      packer.unpack8Values(padded, 0, ids, to);
    }
    position += width;
  }

  private int varint() {
    int number = 0;
    for (int shift = 0; ; shift += 7) {
      int part = bytes[position++];
      number |= (part & 0x7F) << shift;
      if (part >= 0) {
        return number;
      }
    }
  }
}
