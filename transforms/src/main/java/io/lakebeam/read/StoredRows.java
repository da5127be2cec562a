package io.lakebeam.read;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import io.lakebeam.lake.TableFormat;
import io.lakebeam.parquet.TableRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All columns of small tables, for a person to look at, whatever the format of their files: rows of
 * Long, Double, Boolean, BigDecimal, String, LocalDate, Instant or null. Slow and simple.
 */
public final class StoredRows {
  private StoredRows() {}

  /**
   * The rows of those files of a table.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if one of them is not of the table
   */
  public static List<List<@Nullable Object>> read(Table<?> table, List<LakeFile> files)
      throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LakeFile file : files) {
      if (file.path().endsWith("." + TableFormat.CSV.extension())) {
        addCsv(table, file, rows);
      } else {
        rows.addAll(TableRows.read(table, List.of(file)));
      }
    }
    return rows;
  }

  private static void addCsv(Table<?> table, LakeFile file, List<List<@Nullable Object>> rows)
      throws IOException {
    CsvFormat format =
        CsvFormat.of(table.columns().stream().map(Column::name).toArray(String[]::new));
    FileRange whole = FileRange.of(file.path(), 0, file.bytes(), file.bytes());
    try (CsvReader reader = CsvReader.open(whole, format)) {
      while (reader.next()) {
        CsvReader.Flaw flaw = reader.flaw();
        if (flaw != null || reader.record().fields() != reader.header().fields()) {
          throw unreadable(file, reader.record().offset(), flaw == null ? "fields" : flaw.message);
        }
        rows.add(row(table, file, reader.record()));
      }
    }
  }

  private static List<@Nullable Object> row(Table<?> table, LakeFile file, CsvRecord record) {
    List<@Nullable Object> row = new ArrayList<>();
    try {
      for (int i = 0; i < table.columns().size(); i++) {
        String text = record.nullableText(i);
        row.add(text == null ? null : value(table.columns().get(i), text));
      }
    } catch (BadValue | RuntimeException e) {
      throw unreadable(file, record.offset(), String.valueOf(e.getMessage()));
    }
    return row;
  }

  private static Object value(Column<?> column, String text) {
    switch (column.type()) {
      case INT32:
      case INT64:
        return Long.valueOf(text);
      case DOUBLE:
        return Double.valueOf(text);
      case BOOLEAN:
        return Boolean.valueOf(text);
      case TEXT:
      case LONG_TEXT:
        return text;
      case DATE:
        return LocalDate.parse(text);
      case TIMESTAMP:
        return Instant.parse(text);
      case DECIMAL:
        return new BigDecimal(text);
    }
    throw new AssertionError(column.type());
  }

  private static LakeException unreadable(LakeFile file, long offset, String why) {
    return new LakeException(
        ExitCode.BAD_PLACE, file.path() + " is not as written, at byte " + offset + ": " + why);
  }
}
