package io.lakebeam.write;

import java.io.IOException;

/** Where the rows of one bundle go; it says in the bundle's tally what became of them. */
interface RowSink<T> {
  /** Takes a row that stands for so many records. */
  void write(T row, long records) throws IOException;

  /** Completes the files. */
  void finish() throws IOException;
}
