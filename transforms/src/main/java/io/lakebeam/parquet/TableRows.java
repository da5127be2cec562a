package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * All columns of small tables, for a person to look at: rows of Long, Double, Boolean, BigDecimal,
 * String, LocalDate, Instant or null. Slow and simple; jobs read with {@link TableScan}.
 */
public final class TableRows {
  private TableRows() {}

  public static List<List<@Nullable Object>> read(Table<?> table, List<LakeFile> files)
      throws IOException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (LakeFile file : files) {
      try (ParquetReader<Group> reader = new Builder(file).build()) {
        for (Group group = reader.read(); group != null; group = reader.read()) {
          List<@Nullable Object> row = new ArrayList<>();
          for (int i = 0; i < table.columns().size(); i++) {
            row.add(group.getFieldRepetitionCount(i) == 0 ? null : value(group, i, table));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  private static Object value(Group group, int field, Table<?> table) {
    Column<?> column = table.columns().get(field);
    switch (column.type()) {
      case INT32:
        return (long) group.getInteger(field, 0);
      case INT64:
        return group.getLong(field, 0);
      case DOUBLE:
        return group.getDouble(field, 0);
      case BOOLEAN:
        return group.getBoolean(field, 0);
      case TEXT:
      case LONG_TEXT:
        return group.getString(field, 0);
      case DATE:
        return LocalDate.ofEpochDay(group.getInteger(field, 0));
      case TIMESTAMP:
        return Instant.EPOCH.plus(group.getLong(field, 0), ChronoUnit.MICROS);
      case DECIMAL:
        return column.isLongDecimal()
            ? BigDecimal.valueOf(group.getLong(field, 0), column.scale())
            : new BigDecimal(new BigInteger(group.getBinary(field, 0).getBytes()), column.scale());
    }
    throw new AssertionError(column.type());
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(LakeFile file) {
      this(new BeamInputFile(file.path(), file.bytes()));
    }

    private Builder(InputFile file) {
      super(file, new PlainParquetConfiguration());
      withCodecFactory(new Codecs());
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
