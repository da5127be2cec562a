package io.lakebeam.read;

/** Integers in text: an optional minus and digits, within 64 bits. */
public final class Integers {
  private static final int MOST_SAFE_DIGITS = 18;

  private Integers() {}

  /** The integer that the ASCII text {@code bytes[from, to)} says. */
  public static long parse(byte[] bytes, int from, int to) throws BadValue {
    boolean negative = from < to && bytes[from] == '-';
    int first = negative ? from + 1 : from;
    if (first == to) {
      throw malformed(bytes, from, to);
    }
    if (to - first > MOST_SAFE_DIGITS) {
      return parseLong(bytes, from, first, to, negative);
    }
    long value = 0;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        throw malformed(bytes, from, to);
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }

  /** Counts downwards, since there is one negative number more than positive ones. */
  private static long parseLong(byte[] bytes, int from, int first, int to, boolean negative)
      throws BadValue {
    long value = 0;
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
        throw malformed(bytes, from, to);
      }
      value = value * 10 - digit;
    }
    if (!negative && value == Long.MIN_VALUE) {
      throw malformed(bytes, from, to);
    }
    return negative ? value : -value;
  }

  private static BadValue malformed(byte[] bytes, int from, int to) {
    return BadValue.malformed(
        "malformed_integer", bytes, from, to, "an integer that fits into 64 bits");
  }
}
