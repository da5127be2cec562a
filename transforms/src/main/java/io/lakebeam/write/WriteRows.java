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

/** Lets elements push rows into the files of their bundle; gives one tally per bundle. */
final class WriteRows<InputT> extends PTransform<PCollection<InputT>, PCollection<Tally>> {
  /** How an element gives rows, with whatever else its context holds. */
  interface Emitter<InputT> extends Serializable {
    void emit(DoFn<InputT, Tally>.ProcessContext context, Bundle bundle) throws IOException;
  }

  private final Run run;
  private final Emitter<InputT> emitter;
  private final List<PCollectionView<?>> views;

  WriteRows(Run run, Emitter<InputT> emitter, List<PCollectionView<?>> views) {
    this.run = run;
    this.emitter = emitter;
    this.views = views;
  }

  /** Rows of one kind, into one sink. */
  static <InputT, T> WriteRows<InputT> of(
      Run run, String name, Rows<InputT, T> rows, RowSink.Factory<T> sinks) {
    return new WriteRows<>(
        run,
        (context, bundle) -> rows.emit(context.element(), bundle.output(name, sinks)),
        List.of());
  }

  @Override
  public PCollection<Tally> expand(PCollection<InputT> input) {
    return input
        .apply("Bundle", ParDo.of(new BundleFn<>(run, emitter)).withSideInputs(views))
        .setCoder(Tally.CODER);
  }

  private static final class BundleFn<InputT> extends DoFn<InputT, Tally> {
    private final Run run;
    private final Emitter<InputT> emitter;
    private transient @Nullable Bundle bundle;

    BundleFn(Run run, Emitter<InputT> emitter) {
      this.run = run;
      this.emitter = emitter;
    }

    @StartBundle
    public void startBundle() {
      bundle = new Bundle(run);
    }

    @ProcessElement
    public void process(ProcessContext context) throws IOException {
      Bundle bundle = bundle();
      emitter.emit(context, bundle);
      bundle.report();
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext context) throws IOException {
      Tally tally = bundle().finish();
      bundle = null;
      context.output(tally, GlobalWindow.INSTANCE.maxTimestamp(), GlobalWindow.INSTANCE);
    }

    private Bundle bundle() {
      if (bundle == null) {
        throw new IllegalStateException("no bundle was started");
      }
      return bundle;
    }
  }
}
