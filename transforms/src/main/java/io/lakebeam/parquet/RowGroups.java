package io.lakebeam.parquet;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;

/** The row groups of stored files, moved without being decoded. */
public final class RowGroups {
  private RowGroups() {}

  /**
   * Writes the row groups of several files of a table into one, one after another and byte by byte.
   * Statistics of pages do not come along, those of row groups do.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if one of them cannot be read or is damaged
   */
  public static void concatenate(Table<?> table, List<LakeFile> files, String target)
      throws IOException {
    try (ParquetFileWriter writer =
        ParquetTableWriter.newFile(
            target, ParquetSchema.of(table), ParquetTableWriter.properties(table))) {
      for (LakeFile file : files) {
        append(file, writer);
      }
      writer.end(Map.of());
    }
  }

  private static void append(LakeFile file, ParquetFileWriter target) {
    try (ParquetFileReader source = Footer.open(file.path(), file.bytes())) {
      source.appendTo(target);
    } catch (IOException | RuntimeException e) {
      throw Footer.unreadable(file.path(), e);
    }
  }
}
