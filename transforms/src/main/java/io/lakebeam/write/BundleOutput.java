package io.lakebeam.write;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The rows of one kind in one bundle. */
final class BundleOutput<T> implements Output<T> {
  private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

  private final Bundle bundle;
  private final RowSink<T> sink;
  private long rows;

  BundleOutput(Bundle bundle, RowSink<T> sink) {
    this.bundle = bundle;
    this.sink = sink;
  }

  @Override
  public void row(T row, long records) {
    try {
      sink.write(row, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (++rows % ROWS_BETWEEN_REPORTS == 0) {
      bundle.report();
    }
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
    sink.finish();
  }
}
