package io.lakebeam.write;

import io.lakebeam.sort.SpillSlice;
import java.util.ArrayList;
import java.util.List;
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

/** Gathers what all bundles spilled, and deals it to the workers by slice. */
final class Slices extends PTransform<PCollection<Tally>, PCollection<SortedSlice>> {
  private final int slices;

  Slices(int slices) {
    this.slices = slices;
  }

  @Override
  public PCollection<SortedSlice> expand(PCollection<Tally> tallies) {
    return tallies
        .apply("AddUp", Combine.globally(new AddUpTallies()))
        .apply("Deal", ParDo.of(new DealFn(slices)))
        .setCoder(KvCoder.of(VarIntCoder.of(), SerializableCoder.of(SortedSlice.class)))
        .apply("Spread", Reshuffle.of())
        .apply("Slice", Values.create());
  }

  private static final class DealFn extends DoFn<Tally, KV<Integer, SortedSlice>> {
    private final int slices;

    DealFn(int slices) {
      this.slices = slices;
    }

    /** The first slice is always there, since it carries what was counted. */
    @ProcessElement
    public void process(@Element Tally tally, OutputReceiver<KV<Integer, SortedSlice>> receiver) {
      List<List<SpillSlice>> parts = new ArrayList<>();
      for (int slice = 0; slice < slices; slice++) {
        parts.add(new ArrayList<>());
      }
      tally.spills().forEach(spill -> parts.get(spill.slice()).add(spill));
      for (int slice = 0; slice < slices; slice++) {
        if (slice == 0 || !parts.get(slice).isEmpty()) {
          Tally counted = slice == 0 ? tally.withoutSpills() : new Tally();
          receiver.output(KV.of(slice, SortedSlice.of(counted, parts.get(slice))));
        }
      }
    }
  }
}
