package io.lakebeam.sample;

import java.io.IOException;
import java.io.OutputStream;

/** Files of sample input, each of which can be made without the others. */
public interface SampleFiles {
  /** How many files there are; one at least. */
  int files();

  /** The name of a file, from 0. */
  String name(int file);

  /** What a store is told of a file: {@code text/csv}. */
  String mimeType();

  /** How many lines a file has before its rows. */
  int linesBeforeRows();

  /**
   * Writes one file; leaves the stream open.
   *
   * @return how many rows it has
   */
  long write(int file, OutputStream out) throws IOException;
}
