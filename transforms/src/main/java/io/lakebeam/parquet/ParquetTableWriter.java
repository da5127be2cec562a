package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFileWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;

/**
 * Writes one Parquet file of a table, row by row, straight into Parquet's column writers: the
 * record layer between (RecordConsumer) costs as much as the encoding itself.
 *
 * @param <T> the row
 */
public final class ParquetTableWriter<T> implements TableFileWriter<T> {
  /** Encoded bytes of a row group: big enough to scan well, small enough to hold several. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  /** How many short rows are written before the size of the row group is looked at again. */
  private static final int ROWS_BETWEEN_CHECKS = 4096;

  private final MessageType schema;
  private final CellWriter<T>[] cells;
  private final ParquetProperties properties;
  private final ParquetFileWriter file;
  private final Codecs codecs = new Codecs();
  private final CompressionCodecName compression;
  private final int rowsBetweenChecks;

  private ColumnChunkPageWriteStore pages;
  private ColumnWriteStore columns;
  private long rowsInGroup;

  private ParquetTableWriter(Table<T> table, String path) throws IOException {
    schema = ParquetSchema.of(table);
    cells = CellWriter.ofColumns(table);
    properties = properties(table);
    compression = CompressionCodecName.valueOf(table.compression().name());
    rowsBetweenChecks = table.hasLongTexts() ? 1 : ROWS_BETWEEN_CHECKS;
    file = newFile(path, schema, properties);
    pages = newPages();
    columns = newColumns(pages);
  }

  public static <T> ParquetTableWriter<T> create(Table<T> table, String path) throws IOException {
    return new ParquetTableWriter<>(table, path);
  }

  /** A file that has begun and has no row group yet. */
  static ParquetFileWriter newFile(String path, MessageType schema, ParquetProperties properties)
      throws IOException {
    ParquetFileWriter file =
        new ParquetFileWriter(
            new BeamOutputFile(path),
            schema,
            ParquetFileWriter.Mode.CREATE,
            ROW_GROUP_BYTES,
            0,
            null,
            properties);
    file.start();
    return file;
  }

  static ParquetProperties properties(Table<?> table) {
    ParquetProperties.Builder properties =
        ParquetProperties.builder()
            .withAllocator(HeapByteBufferAllocator.getInstance())
            .withDictionaryEncoding(true);
    for (Column<?> column : table.columns()) {
      properties.withDictionaryEncoding(column.name(), !column.isUnique());
      if (column.type() == ColumnType.LONG_TEXT) {
        properties
            .withDictionaryEncoding(column.name(), false)
            .withStatisticsEnabled(column.name(), false)
            .withMinRowCountForPageSizeCheck(1)
            .estimateRowCountForPageSizeCheck(false);
      }
    }
    return properties.build();
  }

  @Override
  public void write(T row) throws IOException {
    for (CellWriter<T> cell : cells) {
      cell.write(row);
    }
    columns.endRecord();
    if (++rowsInGroup % rowsBetweenChecks == 0 && columns.getBufferedSize() > ROW_GROUP_BYTES) {
      flush();
    }
  }

  /** Ends the row group and begins another. */
  @Override
  public void flush() throws IOException {
    endRowGroup();
    pages = newPages();
    columns = newColumns(pages);
  }

  /** Bytes held in memory until the row group ends. */
  @Override
  public long bufferedBytes() {
    return columns.getBufferedSize();
  }

  @Override
  public long flushedBytes() throws IOException {
    return file.getPos();
  }

  @Override
  public void close() throws IOException {
    endRowGroup();
    file.end(Map.of());
    file.close();
  }

  private void endRowGroup() throws IOException {
    if (rowsInGroup > 0) {
      file.startBlock(rowsInGroup);
      columns.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
      rowsInGroup = 0;
    }
    columns.close();
    pages.close();
  }

  private ColumnChunkPageWriteStore newPages() {
    return new ColumnChunkPageWriteStore(
        codecs.getCompressor(compression),
        schema,
        properties.getAllocator(),
        properties.getColumnIndexTruncateLength());
  }

  private ColumnWriteStore newColumns(ColumnChunkPageWriteStore pages) {
    ColumnWriteStore store = properties.newColumnWriteStore(schema, pages, pages);
    List<ColumnDescriptor> descriptors = schema.getColumns();
    for (int i = 0; i < cells.length; i++) {
      cells[i].into(store.getColumnWriter(descriptors.get(i)));
    }
    return store;
  }
}
