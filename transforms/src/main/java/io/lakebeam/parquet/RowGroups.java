package io.lakebeam.parquet;

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
   */
  public static void concatenate(Table<?> table, List<LakeFile> files, String target)
      throws IOException {
    try (ParquetFileWriter writer =
        ParquetTableWriter.newFile(
            target, ParquetSchema.of(table), ParquetTableWriter.properties(table))) {
      for (LakeFile file : files) {
        try (ParquetFileReader reader = Footer.open(file.path(), file.bytes())) {
          reader.appendTo(writer);
        }
      }
      writer.end(Map.of());
    }
  }
}
