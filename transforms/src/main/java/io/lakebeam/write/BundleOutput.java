package io.lakebeam.write;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of one table in one bundle. */
final class BundleOutput<T> implements Output<T> {
  private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

  private final BundleOutputs bundle;
  private final StagedTable<T> table;

  BundleOutput(BundleOutputs bundle, StagedTable<T> table) {
    this.bundle = bundle;
    this.table = table;
  }

  @Override
  public void row(T row, long records) {
    try {
      table.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Tally tally = bundle.tally();
    tally.addWritten(1);
    tally.addCarried(records);
    if (tally.written() % ROWS_BETWEEN_REPORTS == 0) {
      bundle.report();
    }
  }

  void open(List<@Nullable Object> partition) throws IOException {
    table.open(partition);
  }

  @Override
  public void carried(long records) {
    bundle.tally().addCarried(records);
  }

  @Override
  public void reject(Reject reject) {
    try {
      bundle.reject(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Tally tally() {
    return bundle.tally();
  }

  void finish() throws IOException {
    table.finish();
  }
}
