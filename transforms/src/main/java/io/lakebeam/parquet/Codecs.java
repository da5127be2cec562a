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
 * zstd or snappy; zstd, snappy, gzip and plain pages are read.
 */
final class Codecs implements CompressionCodecFactory {
  /** Written at the speed of snappy, in half of its bytes. */
  private static final int ZSTD_LEVEL = 1;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    switch (codec) {
      case ZSTD:
        return new Compressor(codec, bytes -> Zstd.compress(bytes, ZSTD_LEVEL));
      case SNAPPY:
        return new Compressor(codec, Snappy::compress);
      default:
        throw new IllegalArgumentException("pages are written as zstd or snappy, not " + codec);
    }
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

  @FunctionalInterface
  private interface Compression {
    byte[] apply(byte[] bytes) throws IOException;
  }

  private static final class Compressor implements BytesInputCompressor {
    private final CompressionCodecName codec;
    private final Compression compression;

    Compressor(CompressionCodecName codec, Compression compression) {
      this.codec = codec;
      this.compression = compression;
    }

    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(compression.apply(bytes.toByteArray()));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return codec;
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
