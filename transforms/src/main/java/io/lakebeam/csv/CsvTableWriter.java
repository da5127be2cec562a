package io.lakebeam.csv;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFileWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes one CSV file of a table: UTF-8, a header line, fields quoted as in RFC 4180 where they
 * must be, lines that end with LF. Null is an empty field, the empty text is {@code ""}. Times are
 * ISO 8601 in UTC with {@code Z}, decimals have all digits of their scale and no exponent.
 *
 * @param <T> the row
 */
public final class CsvTableWriter<T> implements TableFileWriter<T> {
  /** Chars that are held before they are handed to the file. */
  private static final int FLUSH_CHARS = 1 << 16;

  private final List<Column<T>> columns;
  private final WritableByteChannel file;
  private final StringBuilder text = new StringBuilder();
  private long flushedBytes;

  private CsvTableWriter(Table<T> table, WritableByteChannel file) {
    this.columns = table.columns();
    this.file = file;
  }

  public static <T> CsvTableWriter<T> create(Table<T> table, String path) {
    CsvTableWriter<T> writer = new CsvTableWriter<>(table, LakeFiles.create(path, "text/csv"));
    writer.writeHeader();
    return writer;
  }

  private void writeHeader() {
    for (int i = 0; i < columns.size(); i++) {
      text.append(i == 0 ? "" : ",").append(columns.get(i).name());
    }
    text.append('\n');
  }

  @Override
  public void write(T row) throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        text.append(',');
      }
      writeField(columns.get(i), row);
    }
    text.append('\n');
    if (text.length() >= FLUSH_CHARS) {
      flush();
    }
  }

  private void writeField(Column<T> column, T row) {
    if (column.isLong()) {
      CsvField.append(column, column.longOf(row), text);
      return;
    }
    @Nullable Object value = column.valueOf(row);
    if (value != null) {
      CsvField.append(column, value, text);
    } else if (!column.isNullable()) {
      throw new IllegalArgumentException(column.name() + " has no value in " + row);
    }
  }

  @Override
  public long bufferedBytes() {
    return text.length();
  }

  @Override
  public long flushedBytes() {
    return flushedBytes;
  }

  @Override
  public void flush() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    flushedBytes += bytes.remaining();
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    text.setLength(0);
  }

  @Override
  public void close() throws IOException {
    flush();
    file.close();
  }
}
