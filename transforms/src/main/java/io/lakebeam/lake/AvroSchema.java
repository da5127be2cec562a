package io.lakebeam.lake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The Avro schema of a table, as in the <a
 * href="https://avro.apache.org/docs/1.11.1/specification/">specification</a>: the columns in its
 * files as fields, the columns in its directories in a property {@code partitions} (name, type).
 */
public final class AvroSchema {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private AvroSchema() {}

  /** The schema as JSON text, with a line end. */
  public static String of(Table<?> table) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("type", "record");
    schema.put("name", fileName(table).replace(".avsc", ""));
    schema.put("namespace", "io.lakebeam");
    schema.put("doc", table.doc());
    ArrayNode fields = schema.putArray("fields");
    for (Column<?> column : table.columns()) {
      ObjectNode field = fields.addObject().put("name", column.name());
      if (column.isNullable()) {
        addType(field.putArray("type").add("null"), column);
        field.putNull("default");
      } else {
        field.set("type", addType(JSON.createArrayNode(), column).get(0));
      }
    }
    ArrayNode partitions = schema.putArray("partitions");
    for (Column<?> column : table.partitions()) {
      partitions
          .addObject()
          .put("name", column.name())
          .put("type", column.type() == ColumnType.DATE ? "date" : "string");
    }
    try {
      return JSON.writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of the file that holds a table's schema. */
  public static String fileName(Table<?> table) {
    return table.name().substring(table.name().indexOf('/') + 1).replace('/', '_') + ".avsc";
  }

  private static ArrayNode addType(ArrayNode types, Column<?> column) {
    switch (column.type()) {
      case INT32:
        return types.add("int");
      case INT64:
        return types.add("long");
      case DOUBLE:
        return types.add("double");
      case BOOLEAN:
        return types.add("boolean");
      case TEXT:
      case LONG_TEXT:
        return types.add("string");
      case DATE:
        types.addObject().put("type", "int").put("logicalType", "date");
        return types;
      case TIMESTAMP:
        types.addObject().put("type", "long").put("logicalType", "timestamp-micros");
        return types;
      case DECIMAL:
        types
            .addObject()
            .put("type", "bytes")
            .put("logicalType", "decimal")
            .put("precision", column.precision())
            .put("scale", column.scale());
        return types;
    }
    throw new AssertionError(column.type());
  }
}
