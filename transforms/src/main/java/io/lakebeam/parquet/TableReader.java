package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.MessageType;

/** Reads the row groups of a {@link TableScan}, file after file. */
public final class TableReader {
  private static final int ROWS_A_BATCH = 4096;

  /** Takes the batches of a scan. */
  public interface BatchConsumer {
    void accept(ColumnBatch batch) throws IOException;
  }

  private final TableScan scan;
  private final List<String> names = new ArrayList<>();
  private final Vector[] vectors;
  private final ColumnBatch batch;

  TableReader(TableScan scan, List<Column<?>> columns) {
    this.scan = scan;
    columns.forEach(column -> names.add(column.name()));
    vectors = vectors(columns);
    batch = new ColumnBatch(vectors);
  }

  /**
   * Reads the row groups whose middle lies in the bytes {@code [start, end)} of a file.
   *
   * @return the ordinals of the row groups: the first one read, the one after the last one read,
   *     and how many there are
   */
  public int[] read(String path, long bytes, long start, long end, BatchConsumer consumer)
      throws IOException {
    try (ParquetFileReader reader = Footer.open(path, bytes)) {
      MessageType projection = scan.project(path, reader.getFileMetaData().getSchema());
      reader.setRequestedSchema(projection);
      List<BlockMetaData> groups = reader.getRowGroups();
      int first = firstFrom(groups, start);
      int next = firstFrom(groups, end);
      for (int group = first; group < next; group++) {
        PageReadStore pages = pages(reader, group, path);
        read(path, columns(path, reader, group, pages, projection), pages.getRowCount(), consumer);
      }
      return new int[] {first, next, groups.size()};
    }
  }

  private static PageReadStore pages(ParquetFileReader reader, int group, String path) {
    try {
      return reader.readRowGroup(group);
    } catch (IOException | RuntimeException e) {
      throw Footer.unreadable(path, e);
    }
  }

  private ColumnValues[] columns(
      String path,
      ParquetFileReader reader,
      int group,
      PageReadStore pages,
      MessageType projection) {
    try {
      return columns(reader, group, pages, projection);
    } catch (RuntimeException e) {
      throw Footer.unreadable(path, e);
    }
  }

  /** By the page where that can be, else by the value. */
  private ColumnValues[] columns(
      ParquetFileReader reader, int group, PageReadStore pages, MessageType projection) {
    Map<ColumnPath, ColumnChunkMetaData> chunks = new HashMap<>();
    for (ColumnChunkMetaData chunk : reader.getRowGroups().get(group).getColumns()) {
      chunks.put(chunk.getPath(), chunk);
    }
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            pages, new Root(vectors), projection, reader.getFileMetaData().getCreatedBy());
    ColumnValues[] columns = new ColumnValues[vectors.length];
    for (int i = 0; i < columns.length; i++) {
      ColumnDescriptor column = projection.getColumns().get(i);
      ColumnChunkMetaData chunk = chunks.get(ColumnPath.get(column.getPath()));
      columns[i] =
          chunk != null && ColumnPages.canRead(column, chunk)
              ? new ColumnPages(column, pages.getPageReader(column), vectors[i], ROWS_A_BATCH)
              : new ColumnCells(store.getColumnReader(column), column, vectors[i]);
    }
    return columns;
  }

  private void read(String path, ColumnValues[] columns, long rows, BatchConsumer consumer)
      throws IOException {
    long left = rows;
    while (left > 0) {
      int size = (int) Math.min(left, ROWS_A_BATCH);
      for (int i = 0; i < columns.length; i++) {
        fill(path, i, columns[i], size);
      }
      batch.resize(size);
      consumer.accept(batch);
      left -= size;
    }
  }

  private void fill(String path, int index, ColumnValues values, int size) {
    boolean complete;
    try {
      complete = values.fill(size);
    } catch (RuntimeException e) {
      throw Footer.unreadable(path, e);
    }
    if (!complete) {
      throw new LakeException(
          ExitCode.BAD_PLACE,
          "column " + names.get(index) + " of " + path + " has a null where the table allows none");
    }
  }

  private static Vector[] vectors(List<Column<?>> columns) {
    Vector[] vectors = new Vector[columns.size()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] =
          columns.get(i).type() == ColumnType.TEXT
              ? new Vector.Texts(ROWS_A_BATCH)
              : new Vector.Longs(ROWS_A_BATCH);
    }
    return vectors;
  }

  private static int firstFrom(List<BlockMetaData> groups, long position) {
    int group = 0;
    while (group < groups.size()
        && groups.get(group).getStartingPos() + groups.get(group).getCompressedSize() / 2
            < position) {
      group++;
    }
    return group;
  }

  private static final class Root extends GroupConverter {
    private final Vector[] vectors;

    Root(Vector[] vectors) {
      this.vectors = vectors;
    }

    @Override
    public Converter getConverter(int field) {
      return vectors[field];
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
