package io.lakebeam.write;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.StoredRow;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.write.WriteRows.Emitter;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows into hidden files by partition, rejects beside them, and gives one {@link Tally} per
 * bundle: what was counted and which files are complete. Nothing is visible before it is published.
 *
 * <p>A bundle whose rows go to very many partitions of a table writes files for the first of them
 * only; the other rows are sorted by partition, with those of all bundles. What small Parquet files
 * several bundles leave in a partition are put together, so that files are few and big.
 *
 * @param <InputT> what gives rows, such as a range of a file
 */
public final class Stage<InputT> extends PTransform<PCollection<InputT>, PCollection<Tally>> {
  private final WriteRows<InputT> write;
  private final int slices;
  private final @Nullable WriteRows<SortedSlice> writeSorted;
  private final @Nullable MergeSmallFiles merge;

  private Stage(
      WriteRows<InputT> write,
      int slices,
      @Nullable WriteRows<SortedSlice> writeSorted,
      @Nullable MergeSmallFiles merge) {
    this.write = write;
    this.slices = slices;
    this.writeSorted = writeSorted;
    this.merge = merge;
  }

  private static <InputT> Stage<InputT> writingOnly(WriteRows<InputT> write) {
    return new Stage<>(write, 0, null, null);
  }

  /** Stages the rows that each element gives. */
  public static <InputT, T> Stage<InputT> into(Run run, Table<T> table, Rows<InputT, T> rows) {
    RowSink.Factory<T> sinks = sinks(run, table);
    return into(
        run,
        table,
        List.of(),
        (context, bundle) -> rows.emit(context.element(), bundle.output(table.name(), sinks)));
  }

  /** Stages the rows that each element gives, beside the value of a view. */
  public static <SideT, InputT, T> Stage<InputT> into(
      Run run, Table<T> table, PCollectionView<SideT> view, RowsBeside<SideT, InputT, T> rows) {
    RowSink.Factory<T> sinks = sinks(run, table);
    return into(
        run,
        table,
        List.of(view),
        (context, bundle) ->
            rows.emit(
                context.sideInput(view), context.element(), bundle.output(table.name(), sinks)));
  }

  /**
   * Stages the rows that each element gives in a file of their own, however a runner bundles the
   * elements. For rows that go to few partitions.
   */
  public static <InputT, T> Stage<InputT> intoFileEach(
      Run run, Table<T> table, Rows<InputT, T> rows) {
    Run travelling = run.withoutInputs();
    Emitter<InputT> emitter =
        (context, bundle) -> {
          BundleOutput<T> output =
              new BundleOutput<>(
                  bundle, new StagedTable<>(travelling, table, bundle.tally(), Long.MAX_VALUE));
          rows.emit(context.element(), output);
          output.finish();
        };
    return writingOnly(new WriteRows<>(travelling, emitter, List.of()));
  }

  /** Stages the rows of several tables that each element gives. */
  public static <InputT> Stage<InputT> intoTables(Run run, RowsOfTables<InputT> rows) {
    return writingOnly(
        new WriteRows<>(
            run.withoutInputs(),
            (context, bundle) -> rows.emit(context.element(), bundle),
            List.of()));
  }

  private static <InputT> Stage<InputT> into(
      Run run, Table<?> table, List<PCollectionView<?>> views, Emitter<InputT> emitter) {
    Run travelling = run.withoutInputs();
    WriteRows<InputT> write = new WriteRows<>(travelling, emitter, views);
    if (table.partitions().isEmpty()) {
      return writingOnly(write);
    }
    return new Stage<>(
        write,
        Sort.slices(run),
        writingSorted(travelling, table),
        table.format() == TableFormat.PARQUET ? new MergeSmallFiles(travelling, table) : null);
  }

  private static <T> RowSink.Factory<T> sinks(Run run, Table<T> table) {
    Run travelling = run.withoutInputs();
    int slices = Sort.slices(run);
    TableRecords<T> records = new TableRecords<>(table);
    return tally ->
        new OverflowingTable<>(
            new StagedTable<>(travelling, table, tally),
            new SpilledRows<>(travelling.sortStaging(), slices, records, tally));
  }

  private static <T> WriteRows<SortedSlice> writingSorted(Run run, Table<T> table) {
    TableRecords<T> records = new TableRecords<>(table);
    Table<StoredRow> stored = table.stored();
    return WriteRows.of(
        run,
        stored.name(),
        InOrder.of(run, records::emit),
        tally -> new StagedTable<>(run, stored, tally));
  }

  @Override
  public PCollection<Tally> expand(PCollection<InputT> input) {
    PCollection<Tally> tallies = input.apply("Write", write);
    if (writeSorted != null) {
      tallies = tallies.apply("Slice", new Slices(slices)).apply("WriteSorted", writeSorted);
    }
    return merge == null ? tallies : tallies.apply("MergeSmallFiles", merge);
  }
}
