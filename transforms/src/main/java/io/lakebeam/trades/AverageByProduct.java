package io.lakebeam.trades;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/** Stages one {@link ProductAverage} for every product of one side's trades. */
public final class AverageByProduct extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  private static final TableScan SCAN = TradesReader.scan(TradeSums.COLUMNS);

  private final Run run;
  private final SideFilter side;

  private AverageByProduct(Run run, SideFilter side) {
    this.run = run;
    this.side = side;
  }

  public static AverageByProduct into(Run run, SideFilter side) {
    return new AverageByProduct(run, side);
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
                LakeFile.totalBytes(run.inputs()), side, SCAN, TradeSums.factory()))
        .apply("Stage", Stage.into(run, ProductAverage.TABLE, AverageByProduct::emit));
  }

  private static void emit(KV<Integer, ByProduct<TradeSums>> sums, Output<ProductAverage> output) {
    output.tally().add(sums.getValue().tally());
    sums.getValue().forEach((product, sum) -> output.row(sum.averageOf(product), sum.count()));
  }
}
