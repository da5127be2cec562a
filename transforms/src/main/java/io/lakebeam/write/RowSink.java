package io.lakebeam.write;

import java.io.IOException;
import java.io.Serializable;

/** Where the rows of one bundle go; it says in the bundle's tally what became of them. */
interface RowSink<T> {
  /** Makes the sink of a bundle, which counts into the tally of that bundle. */
  interface Factory<T> extends Serializable {
    RowSink<T> create(Tally tally);
  }

  /** Takes a row that stands for so many records. */
  void write(T row, long records) throws IOException;

  /** Completes the files. */
  void finish() throws IOException;
}
