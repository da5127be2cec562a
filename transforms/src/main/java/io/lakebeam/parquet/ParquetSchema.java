package io.lakebeam.parquet;

import io.lakebeam.lake.Column;
import io.lakebeam.lake.Table;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.parquet.schema.Types.PrimitiveBuilder;

/**
 * The Parquet schema of a table: flat; a column is optional where it is nullable; types as in the
 * format's <a href="https://github.com/apache/parquet-format/blob/master/LogicalTypes.md">logical
 * types</a>.
 */
public final class ParquetSchema {
  /** Bytes that hold any decimal of 38 digits. */
  static final int BIG_DECIMAL_BYTES = 16;

  private ParquetSchema() {}

  public static MessageType of(Table<?> table) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (Column<?> column : table.columns()) {
      message.addField(type(column));
    }
    return message.named(table.name().substring(table.name().lastIndexOf('/') + 1));
  }

  static PrimitiveType type(Column<?> column) {
    switch (column.type()) {
      case INT32:
        return primitive(column, PrimitiveTypeName.INT32).named(column.name());
      case INT64:
        return primitive(column, PrimitiveTypeName.INT64).named(column.name());
      case DOUBLE:
        return primitive(column, PrimitiveTypeName.DOUBLE).named(column.name());
      case BOOLEAN:
        return primitive(column, PrimitiveTypeName.BOOLEAN).named(column.name());
      case TEXT:
      case LONG_TEXT:
        return primitive(column, PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(column.name());
      case DATE:
        return primitive(column, PrimitiveTypeName.INT32)
            .as(LogicalTypeAnnotation.dateType())
            .named(column.name());
      case TIMESTAMP:
        return primitive(column, PrimitiveTypeName.INT64)
            .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
            .named(column.name());
      case DECIMAL:
        return decimal(column);
    }
    throw new AssertionError(column.type());
  }

  private static PrimitiveType decimal(Column<?> column) {
    PrimitiveBuilder<PrimitiveType> type =
        column.isLongDecimal()
            ? primitive(column, PrimitiveTypeName.INT64)
            : primitive(column, PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY).length(BIG_DECIMAL_BYTES);
    return type.as(LogicalTypeAnnotation.decimalType(column.scale(), column.precision()))
        .named(column.name());
  }

  private static PrimitiveBuilder<PrimitiveType> primitive(
      Column<?> column, PrimitiveTypeName type) {
    return Types.primitive(type, column.isNullable() ? Repetition.OPTIONAL : Repetition.REQUIRED);
  }
}
