package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.Utf8Text;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Writes the values of one column; flat columns have no repetition, null is definition level 0. */
abstract class CellWriter<T> {
  /** Set by {@link #into} before any value is written. */
  @SuppressWarnings("NullAway.Init")
  ColumnWriter writer;

  final Column<T> column;

  CellWriter(Column<T> column) {
    this.column = column;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  static <T> CellWriter<T>[] ofColumns(Table<T> table) {
    List<Column<T>> columns = table.columns();
    CellWriter[] cells = new CellWriter[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = of(columns.get(i));
    }
    return cells;
  }

  private static <T> CellWriter<T> of(Column<T> column) {
    if (column.type() == ColumnType.LONG_TEXT) {
      return new LongTextCell<>(column);
    }
    if (!column.isLong()) {
      return new ValueCell<>(column);
    }
    switch (column.type()) {
      case INT32:
      case DATE:
        return new IntCell<>(column);
      default:
        return new LongCell<>(column);
    }
  }

  void into(ColumnWriter writer) {
    this.writer = writer;
  }

  abstract void write(T row);

  private static final class LongCell<T> extends CellWriter<T> {
    LongCell(Column<T> column) {
      super(column);
    }

    @Override
    void write(T row) {
      writer.write(column.longOf(row), 0, 0);
    }
  }

  private static final class IntCell<T> extends CellWriter<T> {
    IntCell(Column<T> column) {
      super(column);
    }

    @Override
    void write(T row) {
      writer.write(Math.toIntExact(column.longOf(row)), 0, 0);
    }
  }

  private static final class LongTextCell<T> extends CellWriter<T> {
    LongTextCell(Column<T> column) {
      super(column);
    }

    @Override
    void write(T row) {
      Utf8Text text = (Utf8Text) Objects.requireNonNull(column.valueOf(row), column.name());
      writer.write(Binary.fromReusedByteArray(text.bytes(), text.from(), text.length()), 0, 0);
    }
  }

  private static final class ValueCell<T> extends CellWriter<T> {
    /** Texts repeat; their UTF-8 form is made once. Bounded, for columns where they do not. */
    private static final int MOST_TEXTS = 4096;

    private final Map<String, Binary> texts = new HashMap<>();
    private final int definition;

    ValueCell(Column<T> column) {
      super(column);
      definition = column.isNullable() ? 1 : 0;
    }

    @Override
    void write(T row) {
      Object value = column.valueOf(row);
      if (value != null) {
        writeValue(value);
      } else if (column.isNullable()) {
        writer.writeNull(0, 0);
      } else {
        throw new IllegalArgumentException(column.name() + " has no value in " + row);
      }
    }

    private void writeValue(Object value) {
      switch (column.type()) {
        case TEXT:
          writer.write(binary((String) value), 0, definition);
          break;
        case DOUBLE:
          writer.write((Double) value, 0, definition);
          break;
        case BOOLEAN:
          writer.write((Boolean) value, 0, definition);
          break;
        case DECIMAL:
          if (column.isLongDecimal()) {
            writer.write((Long) value, 0, definition);
          } else {
            writer.write(fixed((BigInteger) value), 0, definition);
          }
          break;
        case INT32:
        case DATE:
          writer.write(Math.toIntExact((Long) value), 0, definition);
          break;
        case INT64:
        case TIMESTAMP:
          writer.write((Long) value, 0, definition);
          break;
        case LONG_TEXT:
          throw new AssertionError(column.name() + " has a cell of its own");
      }
    }

    private Binary binary(String text) {
      @Nullable Binary binary = texts.get(text);
      if (binary == null) {
        binary = Binary.fromString(text);
        if (texts.size() < MOST_TEXTS) {
          texts.put(text, binary);
        }
      }
      return binary;
    }

    private static Binary fixed(BigInteger value) {
      byte[] bytes = value.toByteArray();
      byte[] fixed = new byte[ParquetSchema.BIG_DECIMAL_BYTES];
      Arrays.fill(fixed, (byte) (value.signum() < 0 ? -1 : 0));
      System.arraycopy(bytes, 0, fixed, fixed.length - bytes.length, bytes.length);
      return Binary.fromConstantByteArray(fixed);
    }
  }
}
