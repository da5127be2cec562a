package io.lakebeam.trades;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.Values;
import org.apache.beam.sdk.values.PCollection;

/** Stages the products of one side's trades that have the greatest summed volume, ranked from 1. */
public final class TopByVolume extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  private static final TableScan SCAN = TradesReader.scan(VolumeSum.COLUMNS);

  private final Run run;
  private final SideFilter side;
  private final int top;

  private TopByVolume(Run run, SideFilter side, int top) {
    this.run = run;
    this.side = side;
    this.top = top;
  }

  /**
   * @param top how many products, at least 1
   */
  public static TopByVolume into(Run run, SideFilter side, int top) {
    return new TopByVolume(run, side, top);
  }

  /** The columns of bronze that are read. */
  public static TableScan scan() {
    return SCAN;
  }

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> trades) {
    return trades
        .apply(
            "SumByProduct",
            new SummarizeByProduct<>(
                LakeFile.totalBytes(run.inputs()), side, SCAN, VolumeSum.factory()))
        .apply("Products", Values.create())
        .apply("KeepTop", Combine.globally(new KeepTop(top)))
        .apply("Stage", Stage.into(run, ProductVolume.TABLE, TopByVolume::emit));
  }

  private static void emit(TopProducts top, Output<ProductVolume> output) {
    output.tally().add(top.tally());
    output.carried(top.trades());
    List<ProductVolume> products = top.ranked();
    products.forEach(product -> output.row(product, 0));
  }

  private static final class KeepTop
      extends Combine.CombineFn<ByProduct<VolumeSum>, TopProducts, TopProducts> {
    private final int top;

    KeepTop(int top) {
      this.top = top;
    }

    @Override
    public TopProducts createAccumulator() {
      return new TopProducts(top);
    }

    @Override
    public TopProducts addInput(TopProducts kept, ByProduct<VolumeSum> products) {
      products.forEach(kept::add);
      kept.tally().add(products.tally());
      return kept;
    }

    @Override
    public TopProducts mergeAccumulators(Iterable<TopProducts> parts) {
      TopProducts kept = new TopProducts(top);
      parts.forEach(kept::add);
      return kept;
    }

    @Override
    public TopProducts extractOutput(TopProducts kept) {
      return kept;
    }

    @Override
    public Coder<TopProducts> getAccumulatorCoder(
        CoderRegistry registry, Coder<ByProduct<VolumeSum>> input) {
      return SerializableCoder.of(TopProducts.class);
    }

    @Override
    public Coder<TopProducts> getDefaultOutputCoder(
        CoderRegistry registry, Coder<ByProduct<VolumeSum>> input) {
      return SerializableCoder.of(TopProducts.class);
    }
  }
}
