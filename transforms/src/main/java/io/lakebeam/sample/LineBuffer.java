package io.lakebeam.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes of text lines, put together without strings and handed on in large pieces. Grows to the
 * longest line.
 */
public final class LineBuffer {
  private static final int FULL = 1 << 16;
  private static final int ROOM = 1 << 10;
  private static final int MOST_DIGITS = 20;

  private byte[] bytes = new byte[FULL + ROOM];
  private int length;

  public void append(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  public void append(byte[] text) {
    reserve(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
  }

  /** A text whose characters stand for one byte each. */
  public void append(String text) {
    append(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A number that is not negative. */
  public void appendNumber(long number) {
    reserve(MOST_DIGITS);
    int end = length + digits(number);
    long rest = number;
    for (int i = end - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
  }

  private static int digits(long number) {
    int digits = 1;
    for (long power = 10; digits < MOST_DIGITS - 1 && number >= power; power *= 10) {
      digits++;
    }
    return digits;
  }

  /** A number that is not negative, with leading zeros up to a width. */
  public void appendPadded(int number, int width) {
    reserve(width);
    int rest = number;
    for (int i = length + width - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += width;
  }

  /** A scaled number with all its digits after the point. */
  public void appendDecimal(long unscaled, int scale) {
    if (unscaled < 0) {
      append('-');
    }
    int power = 1;
    for (int i = 0; i < scale; i++) {
      power *= 10;
    }
    long size = Math.abs(unscaled);
    appendNumber(size / power);
    if (scale > 0) {
      append('.');
      appendPadded((int) (size % power), scale);
    }
  }

  /** Where the next byte will stand; a mark for {@link #textFrom} and {@link #cutTo}. */
  public int length() {
    return length;
  }

  public String textFrom(int mark) {
    return new String(Arrays.copyOfRange(bytes, mark, length), StandardCharsets.ISO_8859_1);
  }

  public void cutTo(int mark) {
    length = mark;
  }

  /** Ends a line; hands the bytes on if there are many. */
  public void endLine(OutputStream out) throws IOException {
    append('\n');
    if (length >= FULL) {
      flushTo(out);
    }
  }

  private void reserve(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }

  public void flushTo(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    length = 0;
  }
}
