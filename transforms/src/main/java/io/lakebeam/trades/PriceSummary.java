package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The exact statistics of a product's prices that an {@link AnomalyRule} decides on. */
final class PriceSummary implements ProductSummary<PriceSummary> {
  static final String[] COLUMNS = {"price"};

  private final PriceStatistics prices;

  private PriceSummary(PriceStatistics prices) {
    this.prices = prices;
  }

  static Factory<PriceSummary> factory() {
    return new Factory<PriceSummary>() {
      @Override
      public PriceSummary create() {
        return new PriceSummary(new PriceStatistics());
      }

      @Override
      public PriceSummary readFrom(DataInput in) throws IOException {
        return new PriceSummary(PriceStatistics.readFrom(in));
      }
    };
  }

  PriceStatistics prices() {
    return prices;
  }

  @Override
  public void add(ColumnBatch batch, int row) {
    prices.add(batch.longs(TradesReader.FIRST_VALUE)[row]);
  }

  @Override
  public void add(PriceSummary other) {
    prices.merge(other.prices);
  }

  @Override
  public long count() {
    return prices.count();
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    prices.writeTo(out);
  }
}
