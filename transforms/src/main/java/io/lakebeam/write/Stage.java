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
 */
public final class Stage<InputT> extends PTransform<PCollection<InputT>, PCollection<Tally>> {
  private final Run run;
  private final Emitter<InputT> emitter;
  private final List<PCollectionView<?>> views;

  private Stage(Run run, Emitter<InputT> emitter, List<PCollectionView<?>> views) {
    this.run = run.withoutInputs();
    this.emitter = emitter;
    this.views = views;
  }

  /** Stages the rows that each element gives. */
  public static <InputT, T> Stage<InputT> into(Run run, Table<T> table, Rows<InputT, T> rows) {
    return intoTables(run, (input, outputs) -> rows.emit(input, outputs.of(table)));
  }

  /** Stages the rows that each element gives, beside the value of a view. */
  public static <SideT, InputT, T> Stage<InputT> into(
      Run run, Table<T> table, PCollectionView<SideT> view, RowsBeside<SideT, InputT, T> rows) {
    return new Stage<>(
        run,
        (context, outputs) ->
            rows.emit(context.sideInput(view), context.element(), outputs.of(table)),
        List.of(view));
  }

  /** Stages the rows of several tables that each element gives. */
  public static <InputT> Stage<InputT> intoTables(Run run, RowsOfTables<InputT> rows) {
    return new Stage<>(run, (context, outputs) -> rows.emit(context.element(), outputs), List.of());
  }

  @Override
  public PCollection<Tally> expand(PCollection<InputT> input) {
    return input
        .apply("Write", ParDo.of(new StageFn<>(run, emitter)).withSideInputs(views))
        .setCoder(SerializableCoder.of(Tally.class));
  }

  private interface Emitter<InputT> extends Serializable {
    void emit(DoFn<InputT, Tally>.ProcessContext context, Outputs outputs) throws IOException;
  }

  private static final class StageFn<InputT> extends DoFn<InputT, Tally> {
    private final Run run;
    private final Emitter<InputT> emitter;
    private transient @Nullable BundleOutputs outputs;

    StageFn(Run run, Emitter<InputT> emitter) {
      this.run = run;
      this.emitter = emitter;
    }

    @StartBundle
    public void startBundle() {
      outputs = new BundleOutputs(run);
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      BundleOutputs outputs = outputs();
      emitter.emit(context, outputs);
      outputs.report();
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws IOException {
      Tally tally = outputs().finish();
      outputs = null;
      context.output(tally, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }

    private BundleOutputs outputs() {
      if (outputs == null) {
        throw new IllegalStateException("no bundle was started");
      }
      return outputs;
    }
  }
}
