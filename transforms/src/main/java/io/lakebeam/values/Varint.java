package io.lakebeam.values;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Numbers in as few bytes as they need: base 128, lowest group first, the high bit set in all bytes
 * but the last (LEB128, as in DWARF 4, section 7.6); signed ones as zigzag, so that small negative
 * numbers stay short.
 */
public final class Varint {
  private static final int GROUP_BITS = 7;
  private static final int MORE = 0x80;

  private Varint() {}

  public static void write(long unsigned, DataOutput out) throws IOException {
    long rest = unsigned;
    while ((rest & ~(MORE - 1L)) != 0) {
      out.writeByte((int) (rest & (MORE - 1)) | MORE);
      rest >>>= GROUP_BITS;
    }
    out.writeByte((int) rest);
  }

  public static long read(DataInput in) throws IOException {
    long unsigned = 0;
    for (int shift = 0; shift < Long.SIZE; shift += GROUP_BITS) {
      byte group = in.readByte();
      unsigned |= (group & (MORE - 1L)) << shift;
      if (group >= 0) {
        return unsigned;
      }
    }
    throw new IOException("A number longer than 64 bits");
  }

  public static void writeSigned(long signed, DataOutput out) throws IOException {
    write((signed << 1) ^ (signed >> (Long.SIZE - 1)), out);
  }

  public static long readSigned(DataInput in) throws IOException {
    long zigzag = read(in);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }
}
