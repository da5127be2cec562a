package io.lakebeam.sort;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/**
 * Reads the records of one {@link SpillSlice}, a block at a time. No file stays open in between: a
 * merge has very many cursors, and an open object of a store holds a connection.
 */
final class SpillCursor implements Comparable<SpillCursor> {
  /** Read at once: a request to a store costs as much time as these bytes. */
  private static final int READ_BYTES = 512 << 10;

  /** A block that was made for a long record gives way to one of so many times less. */
  private static final int MOST_WASTE = 8;

  private final SpillSlice slice;
  private final ZstdDecompressCtx zstd;
  private ByteBuffer packed = ByteBuffer.allocate(0);
  private ByteBuffer block = ByteBuffer.allocate(0);
  private long bytesRead;
  private long recordsLeft;
  private int start;
  private int keyLength;
  private int length;

  SpillCursor(SpillSlice slice, ZstdDecompressCtx zstd) {
    this.slice = slice;
    this.zstd = zstd;
    this.recordsLeft = slice.records();
  }

  /**
   * Goes to the next record; false at the end.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if the file cannot be read or is damaged
   */
  boolean next() {
    if (recordsLeft == 0) {
      return false;
    }
    recordsLeft--;
    try {
      if (!block.hasRemaining()) {
        readBlock();
      }
      start = block.position();
      keyLength = block.getInt(start + Integer.BYTES);
      length = keyLength + block.getInt(start + 2 * Integer.BYTES);
      block.position(key() + length);
    } catch (IOException | ZstdException | IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE, slice.path() + " cannot be read back: " + e.getMessage(), e);
    }
    return true;
  }

  int group() {
    return block.getInt(start);
  }

  byte[] array() {
    return block.array();
  }

  /** Where the record's lengths are in the array. */
  int header() {
    return start + Integer.BYTES;
  }

  /** Where the record's key is in the array. */
  int key() {
    return header() + SortBuffer.HEADER_BYTES;
  }

  int value() {
    return key() + keyLength;
  }

  /** Of the lengths, the key and the value. */
  int length() {
    return SortBuffer.HEADER_BYTES + length;
  }

  private void readBlock() throws IOException {
    require(SpillFile.BLOCK_HEADER_BYTES);
    int raw = packed.getInt();
    int bytes = packed.getInt();
    require(bytes);
    // The native code trusts these lengths.
    if (raw <= 0 || raw != Zstd.decompressedSize(packed.array(), packed.position(), bytes)) {
      throw new IOException("a block is not as long as it says");
    }
    if (block.capacity() < raw || block.capacity() / MOST_WASTE > raw) {
      block = ByteBuffer.allocate(raw);
    }
    zstd.decompressByteArray(block.array(), 0, raw, packed.array(), packed.position(), bytes);
    packed.position(packed.position() + bytes);
    block.clear().limit(raw);
  }

  /** Makes sure that so many bytes are there. */
  private void require(int bytes) throws IOException {
    if (packed.remaining() >= bytes) {
      return;
    }
    long left = slice.bytes() - bytesRead;
    if (bytes < 0 || bytes - packed.remaining() > left) {
      throw new EOFException("a block ends behind its slice");
    }
    int more = (int) Math.min(left, Math.max(READ_BYTES, bytes - packed.remaining()));
    ByteBuffer buffer = ByteBuffer.allocate(packed.remaining() + more).put(packed);
    try (SeekableByteChannel channel = LakeFiles.open(slice.path())) {
      channel.position(slice.offset() + bytesRead);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new EOFException("the file ends too early");
        }
      }
    }
    bytesRead += more;
    packed = buffer.flip();
  }

  @Override
  public int compareTo(SpillCursor other) {
    int groups = Integer.compareUnsigned(group(), other.group());
    return groups != 0
        ? groups
        : Arrays.compareUnsigned(
            array(), key(), value(), other.array(), other.key(), other.value());
  }
}
