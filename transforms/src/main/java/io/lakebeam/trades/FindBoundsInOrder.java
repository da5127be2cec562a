package io.lakebeam.trades;

import io.lakebeam.lake.Run;
import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.write.Output;
import io.lakebeam.write.Sort;
import io.lakebeam.write.SortedSlice;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;

/**
 * The products that have a price beyond their bounds, by a rule that asks for the median: sorts all
 * prices by product, so that a product at a time is looked at, whose prices need not fit memory.
 */
final class FindBoundsInOrder
    extends PTransform<PCollection<FileRange>, PCollection<FlaggedProducts>> {
  private static final TableScan PRICES = TradesReader.scan("price");

  /** A million trades in Parquet; their prices by product take ten times as much. */
  private static final long BYTES_A_SLICE = 16L << 20;

  private final Run run;
  private final SideFilter side;
  private final AnomalyRule rule;
  private final BigDecimal threshold;

  FindBoundsInOrder(Run run, SideFilter side, AnomalyRule rule, BigDecimal threshold) {
    this.run = run;
    this.side = side;
    this.rule = rule;
    this.threshold = threshold;
  }

  @Override
  public PCollection<FlaggedProducts> expand(PCollection<FileRange> trades) {
    SideFilter side = this.side;
    return trades
        .apply(
            "SortPrices",
            Sort.of(
                run,
                Sort.slices(run, BYTES_A_SLICE),
                (range, output) -> readPrices(side, range, output),
                new PriceRecords()))
        .apply("FindMedians", ParDo.of(new FindMediansFn(run.sortStaging(), rule, threshold)));
  }

  private static void readPrices(SideFilter side, FileRange range, Output<ProductPrice> output)
      throws IOException {
    new TradesReader(side, PRICES)
        .read(
            range,
            output.tally(),
            (batch, row) ->
                output.row(
                    ProductPrice.of(
                        TradesReader.product(batch, row),
                        batch.longs(TradesReader.FIRST_VALUE)[row])));
  }

  private static final class FindMediansFn extends DoFn<SortedSlice, FlaggedProducts> {
    private final String directory;
    private final AnomalyRule rule;
    private final BigDecimal threshold;

    FindMediansFn(String directory, AnomalyRule rule, BigDecimal threshold) {
      this.directory = directory;
      this.rule = rule;
      this.threshold = threshold;
    }

    @ProcessElement
    public void process(@Element SortedSlice slice, OutputReceiver<FlaggedProducts> receiver)
        throws IOException {
      FlaggedProducts flagged = new FlaggedProducts();
      try (SortedRecords records = slice.open(directory);
          PricesByProduct products = new PricesByProduct(records, directory)) {
        while (products.next()) {
          flagged.add(products.product(), products.prices(), rule, threshold);
        }
      }
      receiver.output(flagged);
    }
  }
}
