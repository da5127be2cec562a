package io.lakebeam.write;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.parquet.RowGroups;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Puts the small staged Parquet files that several bundles left in a partition together, as {@link
 * MergePlan} says. The workers share the merges. What was merged stays behind in the staging and
 * goes with it, so that a merge can be tried again; a merged file has a unique name like any other.
 */
final class MergeSmallFiles extends PTransform<PCollection<Tally>, PCollection<Tally>> {
  private final Run run;
  private final Table<?> table;

  MergeSmallFiles(Run run, Table<?> table) {
    this.run = run;
    this.table = table;
  }

  @Override
  public PCollection<Tally> expand(PCollection<Tally> tallies) {
    return tallies
        .apply("AddUp", Combine.globally(new AddUpTallies()))
        .apply("Plan", ParDo.of(new PlanFn(run.targetFileBytes())))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(SmallFiles.class)))
        .apply("Spread", Reshuffle.of())
        .apply("SmallFiles", Values.create())
        .apply("Merge", ParDo.of(new MergeFn(run, table)))
        .setCoder(Tally.CODER);
  }

  private static final class PlanFn extends DoFn<Tally, KV<Integer, SmallFiles>> {
    private final long targetBytes;

    PlanFn(long targetBytes) {
      this.targetBytes = targetBytes;
    }

    /** The first is always there, since it carries what was counted. */
    @ProcessElement
    public void process(@Element Tally tally, OutputReceiver<KV<Integer, SmallFiles>> receiver) {
      List<List<StagedFile>> merges = MergePlan.of(tally.files(), targetBytes);
      Set<StagedFile> merged = new HashSet<>();
      merges.forEach(merged::addAll);
      List<StagedFile> others = new ArrayList<>(tally.files());
      others.removeIf(merged::contains);
      receiver.output(KV.of(0, SmallFiles.of(tally.withFiles(others), List.of())));
      for (List<StagedFile> merge : merges) {
        receiver.output(KV.of(merge.hashCode(), SmallFiles.of(new Tally(), merge)));
      }
    }
  }

  private static final class MergeFn extends DoFn<SmallFiles, Tally> {
    private final Run run;
    private final Table<?> table;

    MergeFn(Run run, Table<?> table) {
      this.run = run;
      this.table = table;
    }

    @ProcessElement
    public void process(@Element SmallFiles small, OutputReceiver<Tally> receiver)
        throws IOException {
      Tally tally = new Tally().add(small.counted());
      if (!small.files().isEmpty()) {
        tally.addFile(merged(small.files()));
      }
      receiver.output(tally);
    }

    private StagedFile merged(List<StagedFile> files) throws IOException {
      String directory = files.get(0).directory().substring(run.output().length());
      String name = StagedFile.newName(run, table, directory);
      RowGroups.concatenate(
          table,
          files.stream()
              .map(file -> LakeFile.of(file.path(), file.bytes()))
              .collect(Collectors.toList()),
          run.staging() + name);
      return StagedFile.stored(run, table, name);
    }
  }
}
