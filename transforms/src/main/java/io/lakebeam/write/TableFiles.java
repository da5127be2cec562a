package io.lakebeam.write;

import io.lakebeam.csv.CsvRowCount;
import io.lakebeam.csv.CsvTableWriter;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFileWriter;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.parquet.Footer;
import io.lakebeam.parquet.ParquetTableWriter;
import java.io.IOException;

/** The files of a table, in the format that it is stored in. */
public final class TableFiles {
  private TableFiles() {}

  /** A new file that rows can be written to. */
  public static <T> TableFileWriter<T> create(Table<T> table, String path) throws IOException {
    return table.format() == TableFormat.CSV
        ? CsvTableWriter.create(table, path)
        : ParquetTableWriter.create(table, path);
  }

  /** How many rows a stored file has: from Parquet's footer, or counted in CSV's lines. */
  static long rows(Table<?> table, String path, long bytes) {
    return table.format() == TableFormat.CSV ? CsvRowCount.rows(path) : Footer.rows(path, bytes);
  }
}
