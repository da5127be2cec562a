package io.lakebeam.read;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.Compression;

/**
 * The part of a file that is in memory, and a position in it that only goes forward. What lies
 * before the position may be forgotten; what lies behind it stays until it is passed, so the window
 * grows when asked for more than it holds. Offsets are those of the decompressed file.
 */
final class ByteWindow implements Closeable {
  private final String path;
  private final ReadableByteChannel channel;
  private byte[] bytes;
  private int position;
  private int limit;
  private long base;
  private boolean ended;

  private ByteWindow(String path, ReadableByteChannel channel, long base, int capacity) {
    this.path = path;
    this.channel = channel;
    this.base = base;
    this.bytes = new byte[capacity];
  }

  /** Whether a file is compressed, by its name, and so can only be read as a whole. */
  static boolean isCompressed(String path) {
    return Compression.detect(path) != Compression.UNCOMPRESSED;
  }

  /**
   * Opens a file that had so many bytes when the run began.
   *
   * @param start where to begin; 0 for a compressed file
   */
  static ByteWindow open(String path, long fileBytes, long start, int capacity) {
    try {
      ReadableByteChannel channel = LakeFiles.open(path);
      try {
        return new ByteWindow(path, prepare(path, channel, fileBytes, start), start, capacity);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(path, start, e);
    }
  }

  private static ReadableByteChannel prepare(
      String path, ReadableByteChannel channel, long fileBytes, long start) throws IOException {
    if (channel instanceof SeekableByteChannel
        && ((SeekableByteChannel) channel).size() != fileBytes) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          path + " has changed since the run began; run again when it is complete");
    }
    if (isCompressed(path)) {
      return Compression.detect(path).readDecompressed(channel);
    }
    if (start > 0) {
      ((SeekableByteChannel) channel).position(start);
    }
    return channel;
  }

  /** The array that holds the bytes; another one after {@link #more}. */
  byte[] bytes() {
    return bytes;
  }

  /** The index of the next byte. */
  int position() {
    return position;
  }

  /** The index behind the last byte in memory. */
  int limit() {
    return limit;
  }

  /** Whether no byte follows those in memory, as far as was tried. */
  boolean ended() {
    return ended;
  }

  /** The offset of the next byte in the file. */
  long offset() {
    return base + position;
  }

  void moveTo(int index) {
    position = index;
  }

  /** Whether so many bytes follow; reads them where necessary. */
  boolean has(int count) {
    while (limit - position < count) {
      if (!more()) {
        return false;
      }
    }
    return true;
  }

  /** Reads on, keeping what lies behind the position, which becomes index 0. False at the end. */
  boolean more() {
    if (ended) {
      return false;
    }
    int kept = limit - position;
    byte[] target = kept > bytes.length / 2 ? new byte[bytes.length * 2] : bytes;
    System.arraycopy(bytes, position, target, 0, kept);
    bytes = target;
    base += position;
    position = 0;
    limit = kept;
    fill();
    return limit > kept;
  }

  /** Fills the window, however little a read gives, so that a long record is not scanned often. */
  private void fill() {
    ByteBuffer free = ByteBuffer.wrap(bytes, limit, bytes.length - limit);
    try {
      while (free.hasRemaining() && !ended) {
        ended = channel.read(free) < 0;
      }
    } catch (IOException e) {
      throw unreadable(path, base + free.position(), e);
    }
    limit = free.position();
  }

  /**
   * The index of the line feed that ends this line, or of the file's end.
   *
   * @return -1 if it is not among the next {@code most} bytes
   */
  int lineEnd(int most) {
    int seen = 0;
    while (true) {
      int stop = Math.min(limit - position, most);
      int found = ByteScan.indexOf((byte) '\n', bytes, position + seen, position + stop);
      if (found < position + stop) {
        return found;
      }
      seen = stop;
      if (seen == most) {
        return -1;
      }
      if (!more()) {
        return limit;
      }
    }
  }

  /** Where the text of a line ends whose line feed, or end of file, is at that index. */
  int textEnd(int lineEnd) {
    boolean crlf = lineEnd < limit && lineEnd > position && bytes[lineEnd - 1] == '\r';
    return crlf ? lineEnd - 1 : lineEnd;
  }

  /**
   * Moves behind the next line feed, or to the end, holding nothing.
   *
   * @return the length of what was passed, without its line end
   */
  long skipLine() {
    return skipLine(Long.MAX_VALUE);
  }

  /** The same, but gives up once no line feed begins before that offset. */
  long skipLine(long before) {
    long begin = offset();
    boolean carriageReturn = false;
    while (true) {
      for (int i = position; i < limit; i++) {
        byte b = bytes[i];
        if (b == '\n') {
          position = i + 1;
          return offset() - 1 - begin - (carriageReturn ? 1 : 0);
        }
        carriageReturn = b == '\r';
      }
      position = limit;
      if (offset() >= before || !more()) {
        return offset() - begin;
      }
    }
  }

  private static LakeException unreadable(String path, long offset, IOException cause) {
    return new LakeException(
        ExitCode.BAD_PLACE,
        path
            + " cannot be read beyond byte "
            + offset
            + (isCompressed(path) ? " of its decompressed text" : "")
            + ": "
            + cause
            + "; restore the file or take it out of the input",
        cause);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
