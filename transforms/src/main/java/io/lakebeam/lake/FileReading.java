package io.lakebeam.lake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.beam.sdk.io.FileSystems;

/**
 * A file that is being read. What its store throws becomes an IOException: S3 throws unchecked
 * exceptions, of its SDK, for an object that is absent or may not be read.
 */
final class FileReading implements SeekableByteChannel {
  private final String path;
  private final SeekableByteChannel channel;

  private FileReading(String path, SeekableByteChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  static FileReading of(String path) throws IOException {
    try {
      return new FileReading(
          path, (SeekableByteChannel) FileSystems.open(LakePaths.resource(path)));
    } catch (IOException | RuntimeException e) {
      throw failed(path, e);
    }
  }

  private static IOException failed(String path, Exception cause) {
    if (Refusal.isAbsence(cause)) {
      FileNotFoundException absent = new FileNotFoundException(path);
      absent.initCause(cause);
      return absent;
    }
    return cause instanceof IOException
        ? (IOException) cause
        : new IOException(Refusal.reason(cause), cause);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    try {
      return channel.read(target);
    } catch (IOException | RuntimeException e) {
      throw failed(path, e);
    }
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }
}
