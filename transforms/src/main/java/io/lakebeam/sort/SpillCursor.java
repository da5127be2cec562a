package io.lakebeam.sort;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Reads the records of one {@link SpillSlice}, a block at a time. */
final class SpillCursor implements Closeable, Comparable<SpillCursor> {
  private final SpillSlice slice;
  private final SeekableByteChannel channel;
  private final ZstdDecompressCtx zstd = new ZstdDecompressCtx();
  private final ByteBuffer header = ByteBuffer.allocate(SpillFile.BLOCK_HEADER_BYTES);
  private ByteBuffer block = ByteBuffer.allocate(0);
  private ByteBuffer packed = ByteBuffer.allocate(0);
  private long left;
  private int start;
  private int keyLength;
  private int length;

  SpillCursor(SpillSlice slice) throws IOException {
    this.slice = slice;
    this.left = slice.records();
    this.channel = LakeFiles.open(slice.path());
    channel.position(slice.offset());
  }

  /** Goes to the next record; false at the end. */
  boolean next() throws IOException {
    if (left == 0) {
      return false;
    }
    left--;
    if (!block.hasRemaining()) {
      readBlock();
    }
    start = block.position();
    keyLength = block.getInt(start + Integer.BYTES);
    length = keyLength + block.getInt(start + 2 * Integer.BYTES);
    block.position(key() + length);
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
    header.clear();
    read(header);
    int raw = header.getInt(0);
    int length = header.getInt(Integer.BYTES);
    if (packed.capacity() < length) {
      packed = ByteBuffer.allocate(length);
    }
    packed.clear().limit(length);
    read(packed);
    if (block.capacity() < raw) {
      block = ByteBuffer.allocate(raw);
    }
    try {
      zstd.decompressByteArray(block.array(), 0, raw, packed.array(), 0, length);
    } catch (ZstdException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE, slice.path() + " is damaged: " + e.getMessage(), e);
    }
    block.clear().limit(raw);
  }

  private void read(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException(slice.path() + " ends too early");
      }
    }
  }

  @Override
  public int compareTo(SpillCursor other) {
    int groups = Integer.compareUnsigned(group(), other.group());
    return groups != 0
        ? groups
        : Arrays.compareUnsigned(
            array(), key(), value(), other.array(), other.key(), other.value());
  }

  @Override
  public void close() throws IOException {
    try (zstd) {
      channel.close();
    }
  }
}
