package io.lakebeam.parquet;

/**
 * Some thousand rows, column by column. The arrays are reused for the next batch.
 *
 * <p>A text is an id into {@link #text}, the same id for the same text throughout one {@link
 * TableScan}, so that texts are compared and grouped as numbers.
 */
public final class ColumnBatch {
  private final Vector[] columns;
  private int size;

  ColumnBatch(Vector[] columns) {
    this.columns = columns;
  }

  void resize(int size) {
    this.size = size;
  }

  /** Rows in this batch. */
  public int size() {
    return size;
  }

  /** The values of an int64, timestamp or decimal column of up to 18 digits; valid up to size. */
  public long[] longs(int column) {
    return ((Vector.Longs) columns[column]).values;
  }

  /** The ids of the values of a text column; valid up to size. */
  public int[] textIds(int column) {
    return ((Vector.Texts) columns[column]).ids;
  }

  /** The text of an id of that column. */
  public String text(int column, int id) {
    return ((Vector.Texts) columns[column]).text(id);
  }
}
