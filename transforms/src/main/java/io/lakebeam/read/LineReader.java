package io.lakebeam.read;

import io.lakebeam.write.Span;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines that begin in one range of a file of UTF-8 text, one after another. A line ends with LF
 * or CRLF, the last one also with the file; lines of nothing but spaces and tabs are passed over. A
 * byte order mark before the first line is no part of it.
 */
final class LineReader implements Closeable {
  private static final int WINDOW_BYTES = 256 << 10;
  private static final int LONGEST_LINE_END = 2;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final FileRange range;
  private final ByteWindow window;
  private final int maxLineBytes;
  private final boolean compressed;
  private final long begin;
  private final long end;
  private long offset;
  private int to;
  private int next;
  private boolean tooLong;

  private LineReader(FileRange range, ByteWindow window, int maxLineBytes) {
    this.range = range;
    this.window = window;
    this.maxLineBytes = maxLineBytes;
    this.compressed = ByteWindow.isCompressed(range.path());
    this.begin = range.start() == 0 ? 0 : window.offset();
    this.end = compressed ? Long.MAX_VALUE : range.end();
    this.next = window.position();
  }

  static LineReader open(FileRange range, int maxLineBytes) {
    return open(range, maxLineBytes, WINDOW_BYTES);
  }

  static LineReader open(FileRange range, int maxLineBytes, int windowBytes) {
    // From the byte before the range: if that is a line feed, a line starts with the range.
    long start = Math.max(0, range.start() - 1);
    ByteWindow window = ByteWindow.open(range.path(), range.fileBytes(), start, windowBytes);
    if (range.start() > 0) {
      window.skipLine(range.end());
    }
    return new LineReader(range, window, maxLineBytes);
  }

  /** Moves to the next line; false at the end. */
  boolean next() {
    while (true) {
      window.moveTo(next);
      if (window.offset() >= end) {
        return false;
      }
      if (window.offset() == 0) {
        passByteOrderMark();
      }
      if (!window.has(1)) {
        return false;
      }
      offset = window.offset();
      int lineEnd = window.lineEnd(maxLineBytes + LONGEST_LINE_END);
      tooLong = lineEnd < 0 || window.textEnd(lineEnd) - window.position() > maxLineBytes;
      if (tooLong) {
        return true;
      }
      to = window.textEnd(lineEnd);
      next = Math.min(lineEnd + 1, window.limit());
      if (!isBlank()) {
        return true;
      }
    }
  }

  private void passByteOrderMark() {
    int length = BYTE_ORDER_MARK.length;
    if (window.has(length)) {
      int from = window.position();
      if (Arrays.equals(window.bytes(), from, from + length, BYTE_ORDER_MARK, 0, length)) {
        window.moveTo(from + length);
      }
    }
  }

  private boolean isBlank() {
    int i = window.position();
    while (i < to && JsonCursor.isWhiteSpace(window.bytes()[i])) {
      i++;
    }
    return i == to;
  }

  /** Whether the line is longer than it may be; then it has no {@link #bytes}. */
  boolean isTooLong() {
    return tooLong;
  }

  /**
   * Passes a line that {@link #isTooLong}, holding no more of it.
   *
   * @return how long it is
   */
  long pass() {
    long length = window.skipLine();
    next = window.position();
    return length;
  }

  /** The array that holds the line. */
  byte[] bytes() {
    return window.bytes();
  }

  int from() {
    return window.position();
  }

  int to() {
    return to;
  }

  /** Where the line begins in the file, decompressed. */
  long offset() {
    return offset;
  }

  /** A copy of the line, or of its first bytes where it is longer. */
  byte[] copy(int mostBytes) {
    int length = tooLong ? mostBytes : Math.min(mostBytes, to - from());
    return Arrays.copyOfRange(bytes(), from(), from() + length);
  }

  /**
   * What was read, once {@link #next} said there is no more; null if no line starts in the range.
   */
  @Nullable Span span() {
    if (range.start() > 0 && begin >= range.end()) {
      return null;
    }
    long fileEnd = compressed ? window.offset() : range.fileBytes();
    return Span.of(range.path(), begin, window.offset(), fileEnd);
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
