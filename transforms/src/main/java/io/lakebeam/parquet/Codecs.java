package io.lakebeam.parquet;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * The compressions of Parquet pages, straight on their libraries: Parquet's own factory goes
 * through Hadoop's configuration, which costs a small job most of its start. Pages are written as
 * zstd; zstd, snappy, gzip and plain pages are read.
 */
final class Codecs implements CompressionCodecFactory {
  /** Written at the speed of snappy, in half of its bytes. */
  private static final int ZSTD_LEVEL = 1;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    if (codec != CompressionCodecName.ZSTD) {
      throw new IllegalArgumentException("pages are written as zstd, not " + codec);
    }
    return new ZstdCompressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    switch (codec) {
      case ZSTD:
        return new Decompressor(Codecs::unzstd);
      case SNAPPY:
        return new Decompressor(Codecs::unsnappy);
      case GZIP:
        return new Decompressor(Codecs::gunzip);
      case UNCOMPRESSED:
        return new Decompressor((bytes, size) -> bytes);
      default:
        throw new UnsupportedOperationException(
            "Parquet pages compressed as " + codec + " cannot be read; zstd, snappy, gzip can");
    }
  }

  @Override
  public void release() {}

  private static byte[] unzstd(byte[] bytes, int size) {
    return Zstd.decompress(bytes, size);
  }

  private static byte[] unsnappy(byte[] bytes, int size) throws IOException {
    return Snappy.uncompress(bytes);
  }

  private static byte[] gunzip(byte[] bytes, int size) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(size);
    }
  }

  private static final class ZstdCompressor implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(Zstd.compress(bytes.toByteArray(), ZSTD_LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }

  @FunctionalInterface
  private interface Decompression {
    byte[] apply(byte[] bytes, int size) throws IOException;
  }

  private static final class Decompressor implements BytesInputDecompressor {
    private final Decompression decompression;

    Decompressor(Decompression decompression) {
      this.decompression = decompression;
    }

    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(decompression.apply(bytes.toByteArray(), size));
    }

    @Override
    public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int size)
        throws IOException {
      byte[] bytes = new byte[compressedSize];
      input.get(bytes);
      output.put(decompression.apply(bytes, size));
    }

    @Override
    public void release() {}
  }
}
