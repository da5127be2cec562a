package io.lakebeam.write;

import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.Spiller;
import java.io.IOException;

/** The rows of one bundle on their way to be sorted. */
final class SpilledRows<T> implements RowSink<T> {
  private final Spiller<T> spiller;
  private final Tally tally;

  SpilledRows(String directory, int slices, RecordCodec<T> codec, Tally tally) {
    this.spiller = new Spiller<>(directory, slices, codec);
    this.tally = tally;
  }

  @Override
  public void write(T row, long records) throws IOException {
    spiller.add(row, records);
  }

  @Override
  public void finish() throws IOException {
    spiller.finish().forEach(tally::addSpill);
  }
}
