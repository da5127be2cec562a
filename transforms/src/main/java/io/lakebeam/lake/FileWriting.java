package io.lakebeam.lake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.WritableByteChannel;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/**
 * A new file that is being written. It is created when its first bytes arrive, or at its end: an
 * open file on an object store holds the buffer of a whole upload part, and a bundle may have
 * hundreds of files whose first bytes still wait in the encoder. Any failure is a {@link
 * LakeException} that names the file.
 */
final class FileWriting implements WritableByteChannel {
  private final String path;
  private final String mimeType;
  private @Nullable WritableByteChannel created;
  private boolean open = true;

  FileWriting(String path, String mimeType) {
    this.path = path;
    this.mimeType = mimeType;
  }

  @Override
  public int write(ByteBuffer source) throws ClosedChannelException {
    if (!open) {
      throw new ClosedChannelException();
    }
    try {
      return channel().write(source);
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(path, "written", e);
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      channel().close();
    } catch (IOException | RuntimeException e) {
      throw Refusal.of(path, "written", e);
    } finally {
      // Whoever still holds this file must not hold its buffer.
      created = null;
    }
  }

  private WritableByteChannel channel() throws IOException {
    if (created == null) {
      ClosedDirectories.check(path);
      created = FileSystems.create(LakePaths.resource(path), mimeType);
    }
    return created;
  }
}
