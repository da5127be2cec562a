package io.lakebeam.write;

import io.lakebeam.lake.TableFileWriter;
import java.io.IOException;

/** A staged file of one partition that still gets rows. */
final class OpenFile<T> {
  final PartitionKey<T> key;
  final String name;
  final TableFileWriter<T> writer;
  long rows;

  /** How many rows the table had when this file got its last one; known once others follow. */
  long lastWritten = Long.MAX_VALUE;

  /**
   * @param name below the output
   */
  OpenFile(PartitionKey<T> key, String name, TableFileWriter<T> writer) {
    this.key = key;
    this.name = name;
    this.writer = writer;
  }

  /** What it has, and what it still holds in memory. */
  long bytes() throws IOException {
    return writer.flushedBytes() + writer.bufferedBytes();
  }
}
