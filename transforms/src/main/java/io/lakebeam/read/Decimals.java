package io.lakebeam.read;

/**
 * Decimals in text, as millionths: an optional minus, 1 to 12 digits, and optionally a point with 1
 * to 6 digits. These are the values of decimal(18,6), without rounding.
 */
public final class Decimals {
  private static final int MOST_WHOLE_DIGITS = 12;
  private static final int SCALE = 6;
  private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  private Decimals() {}

  /** The millionths that the ASCII text {@code bytes[from, to)} says. */
  public static long parse(byte[] bytes, int from, int to) throws BadValue {
    boolean negative = from < to && bytes[from] == '-';
    int first = negative ? from + 1 : from;
    int point = to;
    long digits = 0;
    // Bounds the loop to what can be valid, so that the sum never overflows.
    if (to - first > MOST_WHOLE_DIGITS + 1 + SCALE) {
      throw malformed(bytes, from, to);
    }
    for (int i = first; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (bytes[i] == '.' && point == to) {
        point = i;
      } else {
        throw malformed(bytes, from, to);
      }
    }
    int whole = point - first;
    int fraction = point == to ? 0 : to - point - 1;
    boolean pointWithoutDigits = point != to && fraction == 0;
    if (whole < 1 || whole > MOST_WHOLE_DIGITS || fraction > SCALE || pointWithoutDigits) {
      throw malformed(bytes, from, to);
    }
    long millionths = digits * POWERS_OF_TEN[SCALE - fraction];
    return negative ? -millionths : millionths;
  }

  private static BadValue malformed(byte[] bytes, int from, int to) {
    return BadValue.malformed(
        "malformed_decimal",
        bytes,
        from,
        to,
        "a decimal of at most 12 digits before the point and 6 behind it");
  }
}
