package io.lakebeam.parquet;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;

/** What the end of a stored Parquet file says. */
public final class Footer {
  private Footer() {}

  /**
   * Rows in a stored file.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it cannot be read or is no Parquet file
   */
  public static long rows(String path, long bytes) {
    try (ParquetFileReader reader = open(path, bytes)) {
      return reader.getRecordCount();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  static ParquetFileReader open(String path, long bytes) {
    try {
      return ParquetFileReader.open(
          new BeamInputFile(path, bytes),
          ParquetReadOptions.builder(new PlainParquetConfiguration())
              .withCodecFactory(new Codecs())
              .build());
    } catch (IOException | RuntimeException e) {
      throw unreadable(path, e);
    }
  }

  /** The failure of a read as it is told; one that is told already stays as it is. */
  static LakeException unreadable(String path, Exception e) {
    if (e instanceof LakeException) {
      return (LakeException) e;
    }
    return new LakeException(
        ExitCode.BAD_PLACE,
        e instanceof FileNotFoundException
            ? path + " is not there (any more)"
            : path + " cannot be read as Parquet: " + e.getMessage(),
        e);
  }
}
