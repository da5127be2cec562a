package io.lakebeam.parquet;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** The values of one column chunk as Parquet's own reader gives them, one by one: any encoding. */
final class ColumnCells implements ColumnValues {
  private final ColumnReader reader;
  private final int present;
  private final Vector vector;

  ColumnCells(ColumnReader reader, ColumnDescriptor column, Vector vector) {
    this.reader = reader;
    this.present = column.getMaxDefinitionLevel();
    this.vector = vector;
  }

  @Override
  public boolean fill(int size) {
    vector.clear();
    for (int row = 0; row < size; row++) {
      if (reader.getCurrentDefinitionLevel() < present) {
        return false;
      }
      reader.writeCurrentValueToConverter();
      reader.consume();
    }
    return true;
  }
}
