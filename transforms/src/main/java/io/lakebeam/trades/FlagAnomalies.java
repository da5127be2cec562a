package io.lakebeam.trades;

import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.parquet.ColumnBatch;
import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Output;
import io.lakebeam.write.RowsBeside;
import io.lakebeam.write.Stage;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;

/**
 * Stages the trades of one side whose price is abnormal for their product. Reads the trades twice:
 * first for the exact price bounds of every product, then for the trades beyond them. Only products
 * that have a price beyond their bounds are held in between.
 */
public final class FlagAnomalies extends PTransform<PCollection<FileRange>, PCollection<Tally>> {
  private static final TableScan TRADES = TradesReader.scan("price", "trade_id", "execution_time");
  private static final int PRICE = TradesReader.FIRST_VALUE;
  private static final int TRADE_ID = TradesReader.FIRST_VALUE + 1;
  private static final int EXECUTION_TIME = TradesReader.FIRST_VALUE + 2;

  private final Run run;
  private final SideFilter side;
  private final AnomalyRule rule;
  private final BigDecimal threshold;

  private FlagAnomalies(Run run, SideFilter side, AnomalyRule rule, BigDecimal threshold) {
    this.run = run;
    this.side = side;
    this.rule = rule;
    this.threshold = threshold;
  }

  public static FlagAnomalies into(
      Run run, SideFilter side, AnomalyRule rule, BigDecimal threshold) {
    return new FlagAnomalies(run, side, rule, threshold);
  }

  /** The columns of bronze that are read. */
  public static TableScan scan() {
    return TRADES;
  }

  @Override
  public PCollection<Tally> expand(PCollection<FileRange> trades) {
    PCollectionView<FlaggedProducts> flagged =
        trades
            .apply("FindBounds", findBounds())
            .setCoder(SerializableCoder.of(FlaggedProducts.class))
            .apply("Flagged", Combine.globally(new FlaggedProducts.AddUp()).asSingletonView());
    PCollection<Tally> staged =
        trades.apply("Stage", Stage.into(run, Anomaly.TABLE, flagged, new Flag(side, rule)));
    PCollection<Tally> counted =
        trades
            .getPipeline()
            .apply("Once", Create.of(1))
            .apply("CountSummarized", ParDo.of(new CountFn(flagged)).withSideInputs(flagged))
            .setCoder(SerializableCoder.of(Tally.class));
    return PCollectionList.of(staged).and(counted).apply("Tallies", Flatten.pCollections());
  }

  /** The first reading: the products that have a price beyond their bounds. */
  private PTransform<PCollection<FileRange>, PCollection<FlaggedProducts>> findBounds() {
    return rule.needsMedian()
        ? new FindBoundsInOrder(run, side, rule, threshold)
        : new FindBoundsInSums(LakeFile.totalBytes(run.inputs()), side, rule, threshold);
  }

  /** The second reading. */
  private static final class Flag implements RowsBeside<FlaggedProducts, FileRange, Anomaly> {
    private static final long serialVersionUID = 1;

    private final SideFilter side;
    private final AnomalyRule rule;

    Flag(SideFilter side, AnomalyRule rule) {
      this.side = side;
      this.rule = rule;
    }

    @Override
    public void emit(FlaggedProducts flagged, FileRange range, Output<Anomaly> output)
        throws IOException {
      FlaggedProducts.Lookup lookup = flagged.lookup();
      new TradesReader(side, TRADES)
          .read(
              range,
              output.tally(),
              (batch, row) -> {
                FlaggedProduct product = lookup.of(batch, row);
                long price = batch.longs(PRICE)[row];
                if (product != null && product.bounds().flags(price)) {
                  output.row(anomaly(product, price, batch, row), 0);
                }
              });
    }

    private Anomaly anomaly(FlaggedProduct product, long price, ColumnBatch batch, int row) {
      return Anomaly.of(
          batch.longs(TRADE_ID)[row],
          batch.longs(EXECUTION_TIME)[row],
          product.product(),
          price,
          product.averagePriceMicros(),
          product.deviation().score(price),
          rule.code());
    }
  }

  /** The trades of the first reading, to be compared with those of the second. */
  private static final class CountFn extends DoFn<Integer, Tally> {
    private final PCollectionView<FlaggedProducts> flagged;

    CountFn(PCollectionView<FlaggedProducts> flagged) {
      this.flagged = flagged;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Tally tally = new Tally();
      tally.addCarried(context.sideInput(flagged).trades());
      context.output(tally);
    }
  }
}
