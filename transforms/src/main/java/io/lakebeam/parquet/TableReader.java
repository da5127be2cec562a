package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ColumnType;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.util.List;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
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
  private final Vector[] vectors;
  private final ColumnBatch batch;

  TableReader(TableScan scan, List<Column<?>> columns) {
    this.scan = scan;
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
    try (ParquetFileReader reader = TableScan.open(path, bytes)) {
      MessageType projection = scan.project(path, reader.getFileMetaData().getSchema());
      reader.setRequestedSchema(projection);
      List<BlockMetaData> groups = reader.getRowGroups();
      int first = firstFrom(groups, start);
      int next = firstFrom(groups, end);
      for (int group = first; group < next; group++) {
        PageReadStore pages = pages(reader, group, path);
        read(path, pages, projection, reader.getFileMetaData().getCreatedBy(), consumer);
      }
      return new int[] {first, next, groups.size()};
    }
  }

  private static PageReadStore pages(ParquetFileReader reader, int group, String path) {
    try {
      return reader.readRowGroup(group);
    } catch (IOException | RuntimeException e) {
      throw TableScan.unreadable(path, e);
    }
  }

  private void read(
      String path,
      PageReadStore pages,
      MessageType projection,
      String createdBy,
      BatchConsumer consumer)
      throws IOException {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(pages, new Root(vectors), projection, createdBy);
    ColumnReader[] readers = new ColumnReader[vectors.length];
    for (int i = 0; i < readers.length; i++) {
      readers[i] = store.getColumnReader(projection.getColumns().get(i));
    }
    long left = pages.getRowCount();
    while (left > 0) {
      int size = (int) Math.min(left, ROWS_A_BATCH);
      fill(path, readers, size, projection.getColumns());
      batch.resize(size);
      consumer.accept(batch);
      left -= size;
    }
  }

  private void fill(
      String path, ColumnReader[] readers, int size, List<ColumnDescriptor> descriptors) {
    try {
      for (int i = 0; i < readers.length; i++) {
        if (!fill(readers[i], vectors[i], size, descriptors.get(i).getMaxDefinitionLevel())) {
          throw new LakeException(
              ExitCode.BAD_PLACE,
              "column "
                  + descriptors.get(i).getPath()[0]
                  + " of "
                  + path
                  + " has a null where the table allows none");
        }
      }
    } catch (ParquetRuntimeException e) {
      throw TableScan.unreadable(path, e);
    }
  }

  /** False if a value is null. */
  private static boolean fill(ColumnReader reader, Vector vector, int size, int present) {
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
