package io.lakebeam.trades;

import io.lakebeam.parquet.ColumnBatch;
import io.lakebeam.parquet.TableReader;
import io.lakebeam.parquet.TableScan;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.Span;
import io.lakebeam.write.Tally;
import java.io.IOException;
import java.util.stream.Stream;

/**
 * Reads the bronze trades of one side: column 0 is the side, 1 to 4 are the product's key, others
 * follow.
 */
final class TradesReader {
  private static final String[] FIRST_COLUMNS = {
    "side", "product", "delivery_start", "delivery_end", "delivery_area"
  };
  private static final int SIDE = 0;
  static final int PRODUCT = 1;
  static final int DELIVERY_START = 2;
  static final int DELIVERY_END = 3;
  static final int DELIVERY_AREA = 4;

  /** The first of the columns that the caller asked for. */
  static final int FIRST_VALUE = 5;

  /** Takes the rows of the chosen side. */
  interface RowConsumer {
    void accept(ColumnBatch batch, int row) throws IOException;
  }

  private final SideFilter side;
  private final TableReader reader;
  private boolean[] takesSide = new boolean[0];

  TradesReader(SideFilter side, TableScan scan) {
    this.side = side;
    reader = scan.newReader();
  }

  /** A scan of the key and of those further columns. */
  static TableScan scan(String... values) {
    return TableScan.of(
        Trades.TABLE,
        Stream.concat(Stream.of(FIRST_COLUMNS), Stream.of(values)).toArray(String[]::new));
  }

  /** Counts every row as read, and as kept or as filtered ({@code other_side}). */
  void read(FileRange range, Tally tally, RowConsumer rows) throws IOException {
    int[] groups =
        reader.read(
            range.path(),
            range.fileBytes(),
            range.start(),
            range.end(),
            batch -> read(batch, tally, rows));
    tally.addSpan(Span.of(range.path(), groups[0], groups[1], groups[2]));
  }

  /** The product of a row. */
  static Product product(ColumnBatch batch, int row) {
    return Product.of(
        batch.text(PRODUCT, batch.textIds(PRODUCT)[row]),
        batch.longs(DELIVERY_START)[row],
        batch.longs(DELIVERY_END)[row],
        batch.text(DELIVERY_AREA, batch.textIds(DELIVERY_AREA)[row]));
  }

  private void read(ColumnBatch batch, Tally tally, RowConsumer rows) throws IOException {
    int[] sides = batch.textIds(SIDE);
    int kept = 0;
    for (int row = 0; row < batch.size(); row++) {
      if (takes(batch, sides[row])) {
        rows.accept(batch, row);
        kept++;
      }
    }
    tally.addRead(batch.size());
    tally.addKept(kept);
    tally.addFiltered("other_side", batch.size() - kept);
  }

  private boolean takes(ColumnBatch batch, int id) {
    if (id >= takesSide.length) {
      takesSide = new boolean[id + 1];
      for (int known = 0; known <= id; known++) {
        takesSide[known] = side.takes(batch.text(SIDE, known));
      }
    }
    return takesSide[id];
  }
}
