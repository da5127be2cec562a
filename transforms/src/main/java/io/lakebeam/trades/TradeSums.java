package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import io.lakebeam.values.ExactSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many trades a product has, and the exact sums of their prices and volumes. */
final class TradeSums implements ProductSummary<TradeSums> {
  static final String[] COLUMNS = {"volume", "price"};
  private static final int VOLUME = TradesReader.FIRST_VALUE;
  private static final int PRICE = TradesReader.FIRST_VALUE + 1;

  private long count;
  private final ExactSum volume;
  private final ExactSum price;

  private TradeSums(long count, ExactSum volume, ExactSum price) {
    this.count = count;
    this.volume = volume;
    this.price = price;
  }

  static Factory<TradeSums> factory() {
    return new Factory<TradeSums>() {
      @Override
      public TradeSums create() {
        return new TradeSums(0, new ExactSum(), new ExactSum());
      }

      @Override
      public TradeSums readFrom(DataInput in) throws IOException {
        return new TradeSums(in.readLong(), ExactSum.readFrom(in), ExactSum.readFrom(in));
      }
    };
  }

  @Override
  public void add(ColumnBatch batch, int row) {
    count++;
    volume.add(batch.longs(VOLUME)[row]);
    price.add(batch.longs(PRICE)[row]);
  }

  @Override
  public void add(TradeSums other) {
    count += other.count;
    volume.add(other.volume);
    price.add(other.price);
  }

  @Override
  public long count() {
    return count;
  }

  ProductAverage averageOf(Product product) {
    return ProductAverage.of(
        product, price.averageHalfEven(count), volume.averageHalfEven(count), count);
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    volume.writeTo(out);
    price.writeTo(out);
  }
}
