package io.lakebeam.parquet;

import io.lakebeam.lake.LakeFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/** A file on one of Beam's file systems, as Parquet reads it. */
final class BeamInputFile implements InputFile {
  private final String path;
  private final long bytes;

  BeamInputFile(String path, long bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  @Override
  public long getLength() {
    return bytes;
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return new Seekable(LakeFiles.open(path));
  }

  @Override
  public String toString() {
    return path;
  }

  private static final class Seekable extends DelegatingSeekableInputStream {
    private final SeekableByteChannel channel;

    Seekable(SeekableByteChannel channel) {
      super(Channels.newInputStream(channel));
      this.channel = channel;
    }

    @Override
    public long getPos() throws IOException {
      return channel.position();
    }

    @Override
    public void seek(long position) throws IOException {
      channel.position(position);
    }

    @Override
    public void readFully(ByteBuffer buffer) throws IOException {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new EOFException("the file ends in the middle of a page");
        }
      }
    }
  }
}
