package io.lakebeam.write;

import io.lakebeam.lake.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows and rejects of one bundle. */
final class BundleOutput<T> implements Output<T> {
  private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

  private final Run run;
  private final Tally tally;
  private final RowSink<T> rows;
  private final TallyMetrics metrics = new TallyMetrics();
  private @Nullable RejectFile rejects;
  private String rejectName = "";
  private long rowsTaken;

  BundleOutput(Run run, Tally tally, RowSink<T> rows) {
    this.run = run;
    this.tally = tally;
    this.rows = rows;
  }

  @Override
  public void row(T row, long records) {
    try {
      rows.write(row, records);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (++rowsTaken % ROWS_BETWEEN_REPORTS == 0) {
      report();
    }
  }

  @Override
  public void carried(long records) {
    tally.addCarried(records);
  }

  @Override
  public void reject(Reject reject) {
    try {
      if (rejects == null) {
        rejectName = "part-" + UUID.randomUUID() + ".jsonl";
        rejects = new RejectFile(run, run.rejectStaging() + rejectName);
      }
      rejects.write(reject);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    tally.addRejected(reject.reason());
  }

  @Override
  public Tally tally() {
    return tally;
  }

  void report() {
    metrics.report(tally);
  }

  Tally finish() throws IOException {
    rows.finish();
    if (rejects != null) {
      rejects.close();
      tally.addRejectFile(
          StagedFile.of(
              run.rejectStaging() + rejectName, run.rejects() + rejectName, rejects.rejects(), 0));
    }
    return tally;
  }
}
