package io.lakebeam.write;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into hidden files by partition, rejects beside them, and gives one {@link Tally} per
 * bundle: what was counted and which files are complete. Nothing is visible before it is published.
 *
 * @param <InputT> what gives rows, such as a range of a file
 * @param <T> the row
 */
public final class Stage<InputT, T> extends PTransform<PCollection<InputT>, PCollection<Tally>> {
  private final Run run;
  private final Table<T> table;
  private final Rows<InputT, T> rows;

  private Stage(Run run, Table<T> table, Rows<InputT, T> rows) {
    this.run = run;
    this.table = table;
    this.rows = rows;
  }

  public static <InputT, T> Stage<InputT, T> into(Run run, Table<T> table, Rows<InputT, T> rows) {
    return new Stage<>(run, table, rows);
  }

  @Override
  public PCollection<Tally> expand(PCollection<InputT> input) {
    return input
        .apply("Write", ParDo.of(new StageFn<>(run, table, rows)))
        .setCoder(SerializableCoder.of(Tally.class));
  }

  private static final class StageFn<InputT, T> extends DoFn<InputT, Tally> {
    private final Run run;
    private final Table<T> table;
    private final Rows<InputT, T> rows;
    private transient @Nullable BundleOutput<T> output;

    StageFn(Run run, Table<T> table, Rows<InputT, T> rows) {
      this.run = run;
      this.table = table;
      this.rows = rows;
    }

    @StartBundle
    public void startBundle() {
      output = new BundleOutput<>(run, table);
    }

    @ProcessElement
    public void process(@Element InputT input) throws IOException {
      BundleOutput<T> output = output();
      rows.emit(input, output);
      output.report();
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws IOException {
      Tally tally = output().finish();
      output = null;
      context.output(tally, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }

    private BundleOutput<T> output() {
      if (output == null) {
        throw new IllegalStateException("no bundle was started");
      }
      return output;
    }
  }

  /** The rows and rejects of one bundle. */
  private static final class BundleOutput<T> implements Output<T> {
    private final Run run;
    private final Tally tally = new Tally();
    private final StagedTable<T> table;
    private final Progress progress = new Progress();
    private @Nullable RejectFile rejects;
    private String rejectName = "";

    BundleOutput(Run run, Table<T> table) {
      this.run = run;
      this.table = new StagedTable<>(run, table, tally);
    }

    @Override
    public void row(T row, long records) {
      try {
        table.write(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      tally.addWritten(1);
      tally.addCarried(records);
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
      progress.report(tally);
    }

    Tally finish() throws IOException {
      table.finish();
      if (rejects != null) {
        rejects.close();
        tally.addRejectFile(
            StagedFile.of(
                run.rejectStaging() + rejectName,
                run.rejects() + rejectName,
                rejects.rejects(),
                0));
      }
      return tally;
    }
  }

  /** Runner metrics, for a person who waits; they count attempts, so nothing else rests on them. */
  private static final class Progress {
    private final Counter read = Metrics.counter("lakebeam", "read");
    private final Counter rejected = Metrics.counter("lakebeam", "rejected");
    private long reportedRead;
    private long reportedRejected;

    void report(Tally tally) {
      read.inc(tally.read() - reportedRead);
      rejected.inc(tally.rejected() - reportedRejected);
      reportedRead = tally.read();
      reportedRejected = tally.rejected();
    }
  }
}
