package io.lakebeam.values;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** UTF-8: code points as bytes, and texts in the order of their bytes. */
public final class Utf8 {
  /** As Parquet, DuckDB and Spark compare texts. */
  public static final Comparator<String> ORDER =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  private Utf8() {}

  /**
   * Encodes a code point at an index of an array.
   *
   * @return the index behind it
   */
  public static int put(int codePoint, byte[] bytes, int at) {
    int next = at;
    if (codePoint < 0x80) {
      bytes[next++] = (byte) codePoint;
    } else if (codePoint < 0x800) {
      bytes[next++] = (byte) (0xC0 | codePoint >> 6);
    } else if (codePoint < 0x10000) {
      bytes[next++] = (byte) (0xE0 | codePoint >> 12);
      bytes[next++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
    } else {
      bytes[next++] = (byte) (0xF0 | codePoint >> 18);
      bytes[next++] = (byte) (0x80 | codePoint >> 12 & 0x3F);
      bytes[next++] = (byte) (0x80 | codePoint >> 6 & 0x3F);
    }
    if (codePoint >= 0x80) {
      bytes[next++] = (byte) (0x80 | codePoint & 0x3F);
    }
    return next;
  }

  /** How many bytes the code point has that begins with this one. */
  public static int width(byte lead) {
    return lead >= 0 ? 1 : (lead & 0xFF) < 0xE0 ? 2 : (lead & 0xFF) < 0xF0 ? 3 : 4;
  }

  /** The code point at an index, in valid UTF-8. */
  public static int codePoint(byte[] bytes, int at) {
    int width = width(bytes[at]);
    if (width == 1) {
      return bytes[at];
    }
    int codePoint = bytes[at] & 0x7F >> width;
    for (int i = at + 1; i < at + width; i++) {
      codePoint = codePoint << 6 | bytes[i] & 0x3F;
    }
    return codePoint;
  }
}
