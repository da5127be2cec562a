package io.lakebeam.sort;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import io.lakebeam.lake.LakeFiles;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A file of sorted slices while it is written. A slice is a sequence of blocks; a block is its
 * length unpacked and packed (int32, big endian) and a zstd frame with a checksum; unpacked it is a
 * sequence of whole records: group, length of the key, length of the value (int32, big endian),
 * key, value.
 */
final class SpillFile implements Closeable {
  static final int BLOCK_HEADER_BYTES = 2 * Integer.BYTES;

  /** A block ends with the record that fills it. */
  private static final int BLOCK_BYTES = 1 << 16;

  static final String MIME_TYPE = "application/octet-stream";

  private final String path;
  private final WritableByteChannel channel;
  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(1).setChecksum(true);
  private final List<SpillSlice> slices = new ArrayList<>();
  private ByteBuffer block = ByteBuffer.allocate(2 * BLOCK_BYTES);
  private ByteBuffer packed = ByteBuffer.allocate(0);
  private long position;
  private long sliceStart;
  private long records;

  /** A file with a unique name in a directory. */
  SpillFile(String directory) {
    path = directory + "part-" + UUID.randomUUID() + ".spill";
    channel = LakeFiles.create(path, MIME_TYPE);
  }

  /** Adds a record, given as {@link SortBuffer} holds it, to the slice that is being written. */
  void write(int group, byte[] record, int offset, int length) throws IOException {
    int needed = Integer.BYTES + length;
    if (block.remaining() < needed) {
      block = ByteBuffer.allocate(block.position() + needed).put(block.flip());
    }
    block.putInt(group).put(record, offset, length);
    records++;
    if (block.position() >= BLOCK_BYTES) {
      writeBlock();
    }
  }

  void endSlice(int slice) throws IOException {
    if (block.position() > 0) {
      writeBlock();
    }
    slices.add(SpillSlice.of(slice, path, sliceStart, position - sliceStart, records));
    sliceStart = position;
    records = 0;
  }

  List<SpillSlice> slices() {
    return slices;
  }

  private void writeBlock() throws IOException {
    int raw = block.position();
    int most = BLOCK_HEADER_BYTES + (int) Zstd.compressBound(raw);
    if (packed.capacity() < most) {
      packed = ByteBuffer.allocate(most);
    }
    int length =
        zstd.compressByteArray(
            packed.array(),
            BLOCK_HEADER_BYTES,
            packed.capacity() - BLOCK_HEADER_BYTES,
            block.array(),
            0,
            raw);
    packed.clear().limit(BLOCK_HEADER_BYTES + length);
    packed.putInt(raw).putInt(length).rewind();
    position += packed.remaining();
    while (packed.hasRemaining()) {
      channel.write(packed);
    }
    block.clear();
  }

  @Override
  public void close() throws IOException {
    try (zstd) {
      channel.close();
    }
  }
}
