package io.lakebeam.pile;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.InOrder;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;

/**
 * Stages the documents in files of JSON lines that pass the rules. Of those that are taken for the
 * same, the one with the smallest (set, text) is kept, in the order of UTF-8 bytes; the others are
 * filtered as {@code duplicate}, or as {@code near_duplicate} where texts are only similar: of
 * those the one with the smallest fingerprint is kept.
 */
@AutoValue
public abstract class CleanDocuments
    extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  /**
   * Begins with no deduplication and lines of at most 64 MiB.
   *
   * @param table {@link Document#table(Quality)}, compressed in one way or the other
   */
  public static Builder into(Run run, Table<Document> table, Rules rules) {
    return new AutoValue_CleanDocuments.Builder()
        .run(run)
        .table(table)
        .edits(TextEdits.none())
        .rules(rules)
        .deduplication(Deduplication.NONE)
        .maxLineBytes(64 << 20);
  }

  abstract Run run();

  abstract Table<Document> table();

  abstract TextEdits edits();

  abstract Rules rules();

  abstract Deduplication deduplication();

  abstract int maxLineBytes();

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> ranges) {
    ReadDocuments documents = new ReadDocuments(edits(), rules(), maxLineBytes());
    if (deduplication() == Deduplication.NONE) {
      return ranges.apply("Stage", Stage.into(run(), table(), documents));
    }
    return ranges
        .apply("Sort", new SortCandidates(run(), documents, deduplication()))
        .apply("Stage", Stage.into(run(), table(), InOrder.of(run(), new KeepFirst())));
  }

  /** Builds the transform. */
  @AutoValue.Builder
  public abstract static class Builder {
    abstract Builder run(Run run);

    abstract Builder table(Table<Document> table);

    abstract Builder rules(Rules rules);

    public abstract Builder edits(TextEdits edits);

    public abstract Builder deduplication(Deduplication deduplication);

    /** A longer line is a reject. */
    public abstract Builder maxLineBytes(int maxLineBytes);

    public abstract CleanDocuments build();
  }
}
