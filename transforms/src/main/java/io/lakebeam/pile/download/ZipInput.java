package io.lakebeam.pile.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Inflater;

/** The bytes of a zip, in order, with a look ahead; numbers are little endian. */
final class ZipInput {
  /** More than the longest header with its name, its extra fields and its comment. */
  private static final int BUFFER = 1 << 18;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private long offsetOfBuffer;

  ZipInput(InputStream in) {
    this.in = in;
  }

  /** How many bytes lie before the next one. */
  long offset() {
    return offsetOfBuffer + position;
  }

  /** Whether there are that many bytes more; they can be looked at then. */
  boolean has(int bytes) throws IOException {
    if (limit - position >= bytes) {
      return true;
    }
    offsetOfBuffer += position;
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < bytes) {
      int read = in.read(buffer, limit, BUFFER - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }

  /**
   * Asks for that many bytes more.
   *
   * @throws BadBody if the zip ends before
   */
  void require(int bytes) throws IOException {
    if (!has(bytes)) {
      throw new BadBody("the zip is truncated: it ends at byte " + (offset() + limit - position));
    }
  }

  /** The two bytes at a distance from the next one. */
  int u16(int at) {
    return (buffer[position + at] & 0xff) | (buffer[position + at + 1] & 0xff) << 8;
  }

  long u32(int at) {
    return u16(at) | (long) u16(at + 2) << 16;
  }

  /** Eight bytes; a number that no file's length can be is negative. */
  long u64(int at) {
    return u32(at) | u32(at + 4) << 32;
  }

  /**
   * The text at a distance from the next byte.
   *
   * @throws BadBody if it is not UTF-8
   */
  String text(int at, int bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(buffer, position + at, bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new BadBody("the zip has an entry whose name is not UTF-8, at byte " + offset());
    }
  }

  /**
   * The distance to the next place, beyond this byte, where a number of four bytes stands, or from
   * where on too few bytes are at hand to tell.
   */
  int distance(long number) {
    int at = 1;
    while (position + at + 4 <= limit && u32(at) != number) {
      at++;
    }
    return at;
  }

  void skip(int bytes) {
    position += bytes;
  }

  /** Hands all bytes at hand to an inflater that has none. */
  void feed(Inflater inflater) {
    inflater.setInput(buffer, position, limit - position);
    position = limit;
  }

  /** Takes back what an inflater that is finished has left over. */
  void takeBack(Inflater inflater) {
    position -= inflater.getRemaining();
  }

  /** Reads up to that many bytes, at least one. */
  int read(byte[] target, long most) throws IOException {
    require(1);
    int read = (int) Math.min(Math.min(target.length, most), limit - position);
    System.arraycopy(buffer, position, target, 0, read);
    position += read;
    return read;
  }
}
