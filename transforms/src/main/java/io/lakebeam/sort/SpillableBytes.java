package io.lakebeam.sort;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written once, then read any number of times: held in memory up to a limit, beyond
 * it in a file of the lake. Not safe for several threads.
 */
public final class SpillableBytes extends OutputStream {
  private static final int READ_BYTES = 1 << 16;

  private final String directory;
  private final byte[] memory;
  private int length;
  private String path = "";
  private long spilled;
  private @Nullable OutputStream file;

  /**
   * @param directory where the file goes, under a unique name, if there must be one
   * @param mostInMemory bytes
   */
  public SpillableBytes(String directory, int mostInMemory) {
    this.directory = directory;
    this.memory = new byte[mostInMemory];
  }

  @Override
  public void write(int value) throws IOException {
    if (length == memory.length) {
      spill();
    }
    memory[length++] = (byte) value;
  }

  private void spill() throws IOException {
    if (file == null) {
      path = directory + "part-" + UUID.randomUUID() + ".spill";
      file = Channels.newOutputStream(LakeFiles.create(path, SpillFile.MIME_TYPE));
    }
    file.write(memory, 0, length);
    spilled += length;
    length = 0;
  }

  /** No more is written until {@link #clear}: the file, if there is one, is complete. */
  public void finish() throws IOException {
    if (file != null) {
      file.close();
      file = null;
    }
  }

  /**
   * Reads all bytes from the first, once they are finished; for one reader of several. A file that
   * cannot be read back ends in a {@link LakeException} with {@link ExitCode#BAD_PLACE}.
   */
  public InputStream open() {
    InputStream last = new ByteArrayInputStream(memory, 0, length);
    return path.isEmpty()
        ? last
        : new SequenceInputStream(
            new BufferedInputStream(new SpilledInput(path, spilled), READ_BYTES), last);
  }

  /** Makes it empty, and deletes the file. */
  public void clear() throws IOException {
    finish();
    length = 0;
    if (!path.isEmpty()) {
      LakeFiles.delete(List.of(path));
      path = "";
      spilled = 0;
    }
  }

  /** Gives up what was written, finished or not. */
  @Override
  public void close() throws IOException {
    clear();
  }
}
