package io.lakebeam.write;

import io.lakebeam.lake.Run;
import io.lakebeam.lake.StoredRow;
import io.lakebeam.lake.Table;
import io.lakebeam.write.WriteRows.Emitter;
import io.lakebeam.write.WriteRows.SinkFactory;
import java.util.List;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Writes rows into hidden files by partition, rejects beside them, and gives one {@link Tally} per
 * bundle: what was counted and which files are complete. Nothing is visible before it is published.
 *
 * <p>A bundle whose rows go to very many partitions writes files for the first of them only; the
 * other rows are sorted by partition, with those of all bundles, so that files are few and big.
 *
 * @param <InputT> what gives rows, such as a range of a file
 * @param <T> the row
 */
public final class Stage<InputT, T> extends PTransform<PCollection<InputT>, PCollection<Tally>> {
  private final Run run;
  private final Table<T> table;
  private final Emitter<InputT, T> emitter;
  private final List<PCollectionView<?>> views;
  private final int slices;

  private Stage(
      Run run, Table<T> table, Emitter<InputT, T> emitter, List<PCollectionView<?>> views) {
    this.run = run.withoutInputs();
    this.table = table;
    this.emitter = emitter;
    this.views = views;
    this.slices = Sort.slices(run);
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
    PCollection<Tally> tallies =
        input.apply("Write", new WriteRows<>(run, emitter, views, sinks(run, table, slices)));
    return table.partitions().isEmpty()
        ? tallies
        : tallies
            .apply("Slice", new Slices(slices))
            .apply("WriteSorted", writingSorted(run, table));
  }

  private static <T> SinkFactory<T> sinks(Run run, Table<T> table, int slices) {
    TableRecords<T> records = new TableRecords<>(table);
    return tally ->
        new OverflowingTable<>(
            new StagedTable<>(run, table, tally),
            new SpilledRows<>(run.sortStaging(), slices, records, tally));
  }

  private static <T> WriteRows<SortedSlice, StoredRow> writingSorted(Run run, Table<T> table) {
    TableRecords<T> records = new TableRecords<>(table);
    Table<StoredRow> stored = table.stored();
    return WriteRows.of(
        run, InOrder.of(run, records::emit), tally -> new StagedTable<>(run, stored, tally));
  }
}
