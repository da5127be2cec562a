package io.lakebeam.write;

import java.io.IOException;

/**
 * Rows in any order: those of the first partitions go to files at once; those of further ones are
 * spilled, to be sorted by partition.
 */
final class OverflowingTable<T> implements RowSink<T> {
  private final StagedTable<T> files;
  private final SpilledRows<T> others;

  OverflowingTable(StagedTable<T> files, SpilledRows<T> others) {
    this.files = files;
    this.others = others;
  }

  @Override
  public void write(T row, long records) throws IOException {
    if (!files.tryWrite(row, records)) {
      others.write(row, records);
    }
  }

  @Override
  public void finish() throws IOException {
    files.finish();
    others.finish();
  }
}
