package io.lakebeam.parquet;

import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;

/** What the end of a stored Parquet file says. */
public final class Footer {
  private Footer() {}

  /** Rows in a stored file. */
  public static long rows(String path, long bytes) throws IOException {
    try (ParquetFileReader reader = open(path, bytes)) {
      return reader.getRecordCount();
    }
  }

  static ParquetFileReader open(String path, long bytes) throws IOException {
    return ParquetFileReader.open(
        new BeamInputFile(path, bytes),
        ParquetReadOptions.builder(new PlainParquetConfiguration())
            .withCodecFactory(new Codecs())
            .build());
  }
}
