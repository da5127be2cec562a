package io.lakebeam.write;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.sort.RecordCodec;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * Sorts the rows that elements give, through files in the run's staging: each bundle writes what it
 * has in order, and what follows merges it ({@link InOrder}), slice by slice. Rejects are staged,
 * and all counts travel on with the slices.
 *
 * <p>A runner's own grouping would hold the values of a key in memory (DirectRunner: all keys), at
 * a price per row; here memory is a buffer per bundle, whatever the keys are.
 *
 * @param <InputT> what gives rows, such as a range of a file
 * @param <T> the row
 */
public final class Sort<InputT, T>
    extends PTransform<PCollection<InputT>, PCollection<SortedSlice>> {
  private static final long BYTES_A_SLICE = 128L << 20;
  private static final int MOST_SLICES = 256;

  private final Run run;
  private final int slices;
  private final Rows<InputT, T> rows;
  private final RecordCodec<T> codec;

  private Sort(Run run, int slices, Rows<InputT, T> rows, RecordCodec<T> codec) {
    this.run = run.withoutInputs();
    this.slices = slices;
    this.rows = rows;
    this.codec = codec;
  }

  /**
   * @param slices into how many parts the groups of records are dealt
   */
  public static <InputT, T> Sort<InputT, T> of(
      Run run, int slices, Rows<InputT, T> rows, RecordCodec<T> codec) {
    return new Sort<>(run, slices, rows, codec);
  }

  /** How many slices suit the inputs of a run, if they are CSV. */
  public static int slices(Run run) {
    return slices(run, BYTES_A_SLICE);
  }

  /**
   * How many slices suit the inputs of a run.
   *
   * @param bytesASlice of the input: enough to pay for a slice, few enough to share the work
   */
  public static int slices(Run run, long bytesASlice) {
    return (int) Math.min(MOST_SLICES, 1 + LakeFile.totalBytes(run.inputs()) / bytesASlice);
  }

  @Override
  public PCollection<SortedSlice> expand(PCollection<InputT> input) {
    return input
        .apply("Spill", WriteRows.of(run, "sorted", rows, sinks(run.sortStaging(), slices, codec)))
        .apply("Slice", new Slices(slices));
  }

  private static <T> RowSink.Factory<T> sinks(String directory, int slices, RecordCodec<T> codec) {
    return tally -> new SpilledRows<>(directory, slices, codec, tally);
  }
}
