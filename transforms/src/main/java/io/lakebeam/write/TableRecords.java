package io.lakebeam.write;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.StoredRow;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.Utf8Text;
import io.lakebeam.sort.RecordCodec;
import io.lakebeam.sort.RecordReader;
import io.lakebeam.sort.RecordWriter;
import io.lakebeam.sort.SortedRecords;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table as records that are sorted by partition, so that few files are open at once,
 * then by their columns, since equal neighbours compress better. A file that several were merged
 * into is in this order only part by part.
 */
final class TableRecords<T> implements RecordCodec<T> {
  private static final long serialVersionUID = 1;

  private final Table<T> table;

  TableRecords(Table<T> table) {
    this.table = table;
  }

  @Override
  public void encode(T row, RecordWriter record) {
    put(row, table.partitions(), record);
    record.endGroup();
    put(row, table.columns(), record);
    record.endKey();
  }

  /** Gives the rows of sorted records, one after another in the same object. */
  void emit(SortedRecords records, Output<StoredRow> output) throws IOException {
    StoredRow row = new StoredRow(table);
    while (records.next()) {
      RecordReader fields = records.fields();
      int index = 0;
      for (Column<T> column : table.partitions()) {
        get(column, fields, row, index++);
      }
      for (Column<T> column : table.columns()) {
        get(column, fields, row, index++);
      }
      output.row(row, records.records());
    }
  }

  private static <T> void put(T row, List<Column<T>> columns, RecordWriter record) {
    for (Column<T> column : columns) {
      if (column.isLong()) {
        record.putLong(column.longOf(row));
      } else {
        put(column, column.valueOf(row), record);
      }
    }
  }

  private static void put(Column<?> column, @Nullable Object value, RecordWriter record) {
    record.putBoolean(value != null);
    if (value == null) {
      return;
    }
    switch (column.type()) {
      case TEXT:
        record.putText((String) value);
        break;
      case LONG_TEXT:
        Utf8Text text = (Utf8Text) value;
        record.putBytes(text.bytes(), text.from(), text.length());
        break;
      case DOUBLE:
        record.putLong(Double.doubleToRawLongBits((Double) value));
        break;
      case BOOLEAN:
        record.putBoolean((Boolean) value);
        break;
      case DECIMAL:
        if (column.isLongDecimal()) {
          record.putLong((Long) value);
        } else {
          record.putBytes(((BigInteger) value).toByteArray());
        }
        break;
      default:
        record.putLong((Long) value);
    }
  }

  private static void get(Column<?> column, RecordReader fields, StoredRow row, int index) {
    if (column.isLong()) {
      row.set(index, fields.getLong());
    } else {
      row.set(index, fields.getBoolean() ? value(column, fields) : null);
    }
  }

  private static Object value(Column<?> column, RecordReader fields) {
    switch (column.type()) {
      case TEXT:
        return fields.getText();
      case LONG_TEXT:
        byte[] bytes = fields.getBytes();
        Utf8Text text = new Utf8Text();
        text.set(bytes, 0, bytes.length);
        return text;
      case DOUBLE:
        return Double.longBitsToDouble(fields.getLong());
      case BOOLEAN:
        return fields.getBoolean();
      case DECIMAL:
        return column.isLongDecimal()
            ? (Object) fields.getLong()
            : new BigInteger(fields.getBytes());
      default:
        return fields.getLong();
    }
  }
}
