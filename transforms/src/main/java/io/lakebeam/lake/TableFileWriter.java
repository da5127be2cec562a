package io.lakebeam.lake;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes one file of a table, row by row; a file without rows still names its columns.
 *
 * @param <T> the row
 */
public interface TableFileWriter<T> extends Closeable {
  void write(T row) throws IOException;

  /** Bytes of rows that are held in memory. */
  long bufferedBytes();

  /** Hands the rows that are held in memory to the file. */
  void flush() throws IOException;

  /** Bytes that were handed to the file. */
  long flushedBytes() throws IOException;
}
