package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.InOrder;
import io.lakebeam.write.Sort;
import io.lakebeam.write.SortedSlice;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.jspecify.annotations.Nullable;

/**
 * Makes the training base of the events in CSV files: sorts the events by user and session, makes
 * visits of them, sorts these by user and start of the session, counts what came before, and stages
 * the rows. Where features are told as of the first purchase, a sort by user, product and time
 * stands between.
 */
@AutoValue
public abstract class BuildTrainingBase
    extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  /** Begins with features as of the end of the session, and no more than the base in Parquet. */
  public static Builder of(Run run, TimeRange range) {
    return new AutoValue_BuildTrainingBase.Builder()
        .run(run)
        .range(range)
        .asOf(AsOf.SESSION_END)
        .deduplicate(false)
        .format(TableFormat.PARQUET)
        .shards(0);
  }

  abstract Run run();

  abstract TimeRange range();

  abstract AsOf asOf();

  abstract @Nullable Split split();

  abstract boolean deduplicate();

  abstract TableFormat format();

  abstract int shards();

  /** The table that it writes. */
  public Table<TrainingRow> table() {
    Table<TrainingRow> table = TrainingBase.TABLE.storedAs(format()).inPartition(range().name());
    return split() == null ? table.without(TrainingBase.SPLIT) : table;
  }

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> files) {
    int slices = Sort.slices(run());
    PCollection<SortedSlice> events =
        files.apply(
            "SortEvents", Sort.of(run(), slices, new ReadEvents(range()), new EventRecords()));
    GatherVisits visits = new GatherVisits(asOf(), deduplicate());
    PCollection<SortedSlice> sorted =
        asOf() == AsOf.FIRST_PURCHASE
            ? events
                .apply(
                    "SortSightings",
                    Sort.of(
                        run(),
                        slices,
                        InOrder.of(run(), new GatherSightings(visits)),
                        new SightingRecords()))
                .apply("SortVisits", sortVisits(InOrder.of(run(), new CountViewsBefore())))
            : events.apply("SortVisits", sortVisits(InOrder.of(run(), visits)));
    InOrder<TrainingRow> rows = InOrder.of(run(), new CountHistory(range(), split()));
    return sorted.apply(
        "Stage",
        shards() > 0 ? Stage.intoFileEach(run(), table(), rows) : Stage.into(run(), table(), rows));
  }

  private Sort<SortedSlice, Visit> sortVisits(InOrder<Visit> visits) {
    int slices = shards() > 0 ? shards() : Sort.slices(run());
    return Sort.of(run(), slices, visits, new VisitRecords());
  }

  /** Builds the transform. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder run(Run run);

    abstract Builder range(TimeRange range);

    public abstract Builder asOf(AsOf asOf);

    /** Null for no column {@code split}. */
    public abstract Builder split(@Nullable Split split);

    /** Whether of equal events one is taken. */
    public abstract Builder deduplicate(boolean deduplicate);

    public abstract Builder format(TableFormat format);

    /** How many files there are, fewer if users are; 0 for as many as suit the input. */
    public abstract Builder shards(int shards);

    public abstract BuildTrainingBase build();
  }
}
