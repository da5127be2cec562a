package io.lakebeam.write;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
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
  private final Emitter<InputT, T> emitter;
  private final List<PCollectionView<?>> views;

  private Stage(
      Run run, Table<T> table, Emitter<InputT, T> emitter, List<PCollectionView<?>> views) {
    this.run = run.withoutInputs();
    this.table = table;
    this.emitter = emitter;
    this.views = views;
  }

  /** Stages the rows that each element gives. */
  public static <InputT, T> Stage<InputT, T> into(Run run, Table<T> table, Rows<InputT, T> rows) {
    return new Stage<>(
        run, table, (context, output) -> rows.emit(context.element(), output), List.of());
  }

  /** Stages the rows that each element gives, beside the value of a view. */
  public static <SideT, InputT, T> Stage<InputT, T> into(
      Run run, Table<T> table, PCollectionView<SideT> view, RowsBeside<SideT, InputT, T> rows) {
    return new Stage<>(
        run,
        table,
        (context, output) -> rows.emit(context.sideInput(view), context.element(), output),
        List.of(view));
  }

  @Override
  public PCollection<Tally> expand(PCollection<InputT> input) {
    return input
        .apply("Write", ParDo.of(new StageFn<>(run, table, emitter)).withSideInputs(views))
        .setCoder(SerializableCoder.of(Tally.class));
  }

  private interface Emitter<InputT, T> extends Serializable {
    void emit(DoFn<InputT, Tally>.ProcessContext context, Output<T> output) throws IOException;
  }

  private static final class StageFn<InputT, T> extends DoFn<InputT, Tally> {
    private final Run run;
    private final Table<T> table;
    private final Emitter<InputT, T> emitter;
    private transient @Nullable BundleOutput<T> output;

    StageFn(Run run, Table<T> table, Emitter<InputT, T> emitter) {
      this.run = run;
      this.table = table;
      this.emitter = emitter;
    }

    @StartBundle
    public void startBundle() {
      output = new BundleOutput<>(run, table);
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      BundleOutput<T> output = output();
      emitter.emit(context, output);
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
}
