package io.lakebeam.write;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.TableFileWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A staged file of one partition that still gets rows. */
final class OpenFile<T> {
  final List<@Nullable Object> key;
  final String name;
  final TableFileWriter<T> writer;
  long rows;

  /** How many rows the table had when this file got its last one; known once others follow. */
  long lastWritten = Long.MAX_VALUE;

  /**
   * @param key the values of the partition columns
   * @param name below the output
   */
  OpenFile(List<@Nullable Object> key, String name, TableFileWriter<T> writer) {
    this.key = key;
    this.name = name;
    this.writer = writer;
  }

  /** What it has, and what it still holds in memory. */
  long bytes() throws IOException {
    return writer.flushedBytes() + writer.bufferedBytes();
  }

  boolean holds(T row, List<Column<T>> partitions) {
    for (int i = 0; i < partitions.size(); i++) {
      Column<T> partition = partitions.get(i);
      @Nullable Object value = key.get(i);
      boolean same =
          partition.isLong()
              ? value != null && (Long) value == partition.longOf(row)
              : Objects.equals(value, partition.valueOf(row));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
