package io.lakebeam.lake;

import org.jspecify.annotations.Nullable;

/** The bare values of a row of any table: those of its partition columns, then of the others. */
public final class StoredRow {
  private final long[] longs;
  private final @Nullable Object[] values;

  /** A row of that table, without values yet. */
  public StoredRow(Table<?> table) {
    int columns = table.partitions().size() + table.columns().size();
    longs = new long[columns];
    values = new @Nullable Object[columns];
  }

  public void set(int index, long value) {
    longs[index] = value;
  }

  public void set(int index, @Nullable Object value) {
    values[index] = value;
  }

  long longAt(int index) {
    return longs[index];
  }

  @Nullable Object valueAt(int index) {
    return values[index];
  }
}
