package io.lakebeam.csv;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The rows of a stored CSV file, counted in its bytes. */
public final class CsvRowCount {
  private static final int BUFFER_BYTES = 1 << 16;

  private CsvRowCount() {}

  /**
   * Line feeds outside of quotes, less the header's. A file whose last line was cut off has one row
   * less than were written.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it cannot be read
   */
  public static long rows(String path) {
    long lines = 0;
    boolean quoted = false;
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    byte[] bytes = buffer.array();
    try (ReadableByteChannel file = LakeFiles.open(path)) {
      while (file.read(buffer) >= 0) {
        for (int i = 0; i < buffer.position(); i++) {
          // A doubled quote inside of quotes closes and opens them again.
          quoted ^= bytes[i] == '"';
          lines += bytes[i] == '\n' && !quoted ? 1 : 0;
        }
        buffer.clear();
      }
    } catch (IOException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE, path + " cannot be read back: " + e.getMessage(), e);
    }
    return lines - 1;
  }
}
