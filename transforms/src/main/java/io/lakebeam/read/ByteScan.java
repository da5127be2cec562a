package io.lakebeam.read;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks for bytes eight at a time, since the JIT compiles no loop with an early exit to vector
 * instructions. A byte of a word is zero if subtracting one borrows from its highest bit: the first
 * byte so found is exact (H. S. Warren, Hacker's Delight, "Find First 0-Byte").
 */
final class ByteScan {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final long QUOTES = ONES * '"';
  private static final long BACKSLASHES = ONES * '\\';
  private static final long BLANKS = ONES * ' ';

  private ByteScan() {}

  /** The index of the first such byte in {@code bytes[from, to)}; {@code to} if there is none. */
  static int indexOf(byte value, byte[] bytes, int from, int to) {
    long values = ONES * (value & 0xFF);
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long found = zeros((long) WORD.get(bytes, i) ^ values);
      if (found != 0) {
        return i + firstByte(found);
      }
    }
    while (i < to && bytes[i] != value) {
      i++;
    }
    return i;
  }

  /** Where the ASCII characters end that stand for themselves in a JSON string. */
  static int plainEnd(byte[] bytes, int from, int to) {
    int i = from;
    for (; i <= to - Long.BYTES; i += Long.BYTES) {
      long word = (long) WORD.get(bytes, i);
      long found =
          word & HIGHS
              | word - BLANKS & ~word & HIGHS
              | zeros(word ^ QUOTES)
              | zeros(word ^ BACKSLASHES);
      if (found != 0) {
        return i + firstByte(found);
      }
    }
    while (i < to && bytes[i] >= ' ' && bytes[i] != '"' && bytes[i] != '\\') {
      i++;
    }
    return i;
  }

  private static long zeros(long word) {
    return word - ONES & ~word & HIGHS;
  }

  private static int firstByte(long found) {
    return Long.numberOfTrailingZeros(found) / Byte.SIZE;
  }
}
