package io.lakebeam.trades;

import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import java.math.BigDecimal;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * The products that have a price beyond their bounds, by a rule that asks for sums of the prices
 * only.
 */
final class FindBoundsInSums
    extends PTransform<PCollection<FileRange>, PCollection<FlaggedProducts>> {
  private static final TableScan PRICES = TradesReader.scan(PriceSummary.COLUMNS);

  private final long bytes;
  private final SideFilter side;
  private final AnomalyRule rule;
  private final BigDecimal threshold;

  /**
   * @param bytes of all the files that are read
   */
  FindBoundsInSums(long bytes, SideFilter side, AnomalyRule rule, BigDecimal threshold) {
    this.bytes = bytes;
    this.side = side;
    this.rule = rule;
    this.threshold = threshold;
  }

  @Override
  public PCollection<FlaggedProducts> expand(PCollection<FileRange> trades) {
    return trades
        .apply(
            "SummarizePrices",
            new SummarizeByProduct<>(bytes, side, PRICES, PriceSummary.factory()))
        .apply("CompareExtremes", ParDo.of(new CompareFn(rule, threshold)));
  }

  private static final class CompareFn
      extends DoFn<KV<Integer, ByProduct<PriceSummary>>, FlaggedProducts> {
    private final AnomalyRule rule;
    private final BigDecimal threshold;

    CompareFn(AnomalyRule rule, BigDecimal threshold) {
      this.rule = rule;
      this.threshold = threshold;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, ByProduct<PriceSummary>> products,
        OutputReceiver<FlaggedProducts> receiver) {
      FlaggedProducts flagged = new FlaggedProducts();
      products
          .getValue()
          .forEach((product, summary) -> flagged.add(product, summary.prices(), rule, threshold));
      receiver.output(flagged);
    }
  }
}
