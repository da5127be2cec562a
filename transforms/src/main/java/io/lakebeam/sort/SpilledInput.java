package io.lakebeam.sort;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;

/**
 * Reads the file of {@link SpillableBytes} back. Whatever goes wrong, an end before the last byte
 * that was written too, is a {@link LakeException} with {@link ExitCode#BAD_PLACE}.
 */
final class SpilledInput extends InputStream {
  private final String path;
  private final InputStream in;
  private long left;

  /**
   * @param bytes that were written
   */
  SpilledInput(String path, long bytes) {
    this.path = path;
    this.left = bytes;
    try {
      in = Channels.newInputStream(LakeFiles.open(path));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (left == 0) {
      return -1;
    }
    try {
      int read = in.read(target, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException("the file ends too early");
      }
      left -= read;
      return read;
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private LakeException failed(IOException e) {
    return new LakeException(
        ExitCode.BAD_PLACE, path + " cannot be read back: " + e.getMessage(), e);
  }
}
