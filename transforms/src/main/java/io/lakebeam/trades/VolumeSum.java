package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import io.lakebeam.values.ExactSum;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/** How many trades a product has, and the exact sum of their volumes. */
final class VolumeSum implements ProductSummary<VolumeSum> {
  static final String[] COLUMNS = {"volume"};

  private long count;
  private final ExactSum volume;

  private VolumeSum(long count, ExactSum volume) {
    this.count = count;
    this.volume = volume;
  }

  static Factory<VolumeSum> factory() {
    return new Factory<VolumeSum>() {
      @Override
      public VolumeSum create() {
        return new VolumeSum(0, new ExactSum());
      }

      @Override
      public VolumeSum readFrom(DataInput in) throws IOException {
        return new VolumeSum(in.readLong(), ExactSum.readFrom(in));
      }
    };
  }

  @Override
  public void add(ColumnBatch batch, int row) {
    count++;
    volume.add(batch.longs(TradesReader.FIRST_VALUE)[row]);
  }

  @Override
  public void add(VolumeSum other) {
    count += other.count;
    volume.add(other.volume);
  }

  @Override
  public long count() {
    return count;
  }

  BigInteger micros() {
    return volume.toBigInteger();
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    volume.writeTo(out);
  }
}
