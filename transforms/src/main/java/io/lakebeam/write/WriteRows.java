package io.lakebeam.write;

import io.lakebeam.lake.Run;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/** Lets elements push rows into the sink of their bundle; gives one tally per bundle. */
final class WriteRows<InputT, T> extends PTransform<PCollection<InputT>, PCollection<Tally>> {
  /** How an element gives rows, with whatever else its context holds. */
  interface Emitter<InputT, T> extends Serializable {
    void emit(DoFn<InputT, Tally>.ProcessContext context, Output<T> output) throws IOException;
  }

  /** Makes the sink of a bundle, which counts into the tally of that bundle. */
  interface SinkFactory<T> extends Serializable {
    RowSink<T> create(Tally tally);
  }

  private final Run run;
  private final Emitter<InputT, T> emitter;
  private final List<PCollectionView<?>> views;
  private final SinkFactory<T> sinks;

  WriteRows(
      Run run, Emitter<InputT, T> emitter, List<PCollectionView<?>> views, SinkFactory<T> sinks) {
    this.run = run;
    this.emitter = emitter;
    this.views = views;
    this.sinks = sinks;
  }

  static <InputT, T> WriteRows<InputT, T> of(Run run, Rows<InputT, T> rows, SinkFactory<T> sinks) {
    return new WriteRows<>(
        run, (context, output) -> rows.emit(context.element(), output), List.of(), sinks);
  }

  @Override
  public PCollection<Tally> expand(PCollection<InputT> input) {
    return input
        .apply("Bundle", ParDo.of(new BundleFn<>(run, emitter, sinks)).withSideInputs(views))
        .setCoder(Tally.CODER);
  }

  private static final class BundleFn<InputT, T> extends DoFn<InputT, Tally> {
    private final Run run;
    private final Emitter<InputT, T> emitter;
    private final SinkFactory<T> sinks;
    private transient @Nullable BundleOutput<T> output;

    BundleFn(Run run, Emitter<InputT, T> emitter, SinkFactory<T> sinks) {
      this.run = run;
      this.emitter = emitter;
      this.sinks = sinks;
    }

    @StartBundle
    public void startBundle() {
      Tally tally = new Tally();
      output = new BundleOutput<>(run, tally, sinks.create(tally));
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
