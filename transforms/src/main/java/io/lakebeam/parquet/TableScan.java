package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Table;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InvalidRecordException;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * Reads some columns of a table's files, a batch of rows after the other. Other columns are not
 * touched.
 */
public final class TableScan implements Serializable {
  private static final long serialVersionUID = 1;

  /** Some writers say of a plain int64 that it is one. */
  private static final LogicalTypeAnnotation PLAIN_INT64 = LogicalTypeAnnotation.intType(64, true);

  private final List<Column<?>> columns;

  private TableScan(List<Column<?>> columns) {
    this.columns = columns;
  }

  /** A scan of those columns of a table, in that order: longs and texts. */
  public static TableScan of(Table<?> table, String... names) {
    List<Column<?>> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(
          table.columns().stream()
              .filter(column -> column.name().equals(name))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no " + name)));
    }
    return new TableScan(columns);
  }

  /**
   * Makes sure that a file has the columns, with the right types.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} naming file and column
   */
  public void check(LakeFile file) {
    try (ParquetFileReader reader = Footer.open(file.path(), file.bytes())) {
      project(file.path(), reader.getFileMetaData().getSchema());
    } catch (IOException e) {
      throw Footer.unreadable(file.path(), e);
    }
  }

  /** A reader of this scan; it gives a text the same id in every file that it reads. */
  public TableReader newReader() {
    return new TableReader(this, columns);
  }

  /** The file's own columns of those names; a file may have more, and in another order. */
  MessageType project(String path, MessageType file) {
    List<Type> fields = new ArrayList<>();
    for (Column<?> column : columns) {
      PrimitiveType expected = ParquetSchema.type(column);
      Type found = field(path, file, column.name());
      if (!isSameType(found, expected)) {
        throw new LakeException(
            ExitCode.BAD_PLACE,
            "column " + column.name() + " of " + path + " is " + found + ", not " + expected);
      }
      fields.add(found);
    }
    return new MessageType(file.getName(), fields);
  }

  private static boolean isSameType(Type found, PrimitiveType expected) {
    return found.isPrimitive()
        && found.asPrimitiveType().getPrimitiveTypeName() == expected.getPrimitiveTypeName()
        && (Objects.equals(found.getLogicalTypeAnnotation(), expected.getLogicalTypeAnnotation())
            || PLAIN_INT64.equals(found.getLogicalTypeAnnotation())
                && expected.getLogicalTypeAnnotation() == null);
  }

  private static Type field(String path, MessageType file, String name) {
    try {
      return file.getType(name);
    } catch (InvalidRecordException absent) {
      throw new LakeException(ExitCode.BAD_PLACE, "column " + name + " is absent from " + path);
    }
  }
}
