package io.lakebeam.benchmarks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the Parquet files of a table hold, whatever their number and the order of rows and columns:
 * columns and types, the number of rows, and the sum of a 64-bit hash over each row's exact values.
 * Doubles are left out of the hash and compared row by row, in the order of the exact values.
 */
final class TableContent {
  /** By how much doubles may differ: some of our peers divide doubles where we divide integers. */
  private static final String RELATIVE_TOLERANCE = "1e-12";

  private static final String DOUBLE = "DOUBLE";

  private final Statement duckDb;
  private final String files;
  private final Map<String, String> types;
  private final long rows;
  private final String hash;

  private TableContent(
      Statement duckDb, String files, Map<String, String> types, long rows, String hash) {
    this.duckDb = duckDb;
    this.files = files;
    this.types = types;
    this.rows = rows;
    this.hash = hash;
  }

  /**
   * Reads a table.
   *
   * @param duckDb a session whose time zone is UTC
   */
  static TableContent of(Statement duckDb, String directory) throws SQLException {
    String files = "read_parquet('" + directory + "/**/[!_.]*.parquet', hive_partitioning = true)";
    Map<String, String> types = new TreeMap<>();
    try (ResultSet columns = duckDb.executeQuery("DESCRIBE SELECT * FROM " + files)) {
      while (columns.next()) {
        types.put(columns.getString("column_name"), columns.getString("column_type"));
      }
    }
    String sql = "SELECT count(*), sum(hash(" + exact(types) + ")) FROM " + files;
    try (ResultSet sums = duckDb.executeQuery(sql)) {
      sums.next();
      return new TableContent(duckDb, files, types, sums.getLong(1), sums.getString(2));
    }
  }

  private static String exact(Map<String, String> types) {
    return types.entrySet().stream()
        .filter(column -> !column.getValue().equals(DOUBLE))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  long rows() {
    return rows;
  }

  /** What is different in another table, empty if nothing is. */
  Optional<String> difference(TableContent other) throws SQLException {
    if (!types.equals(other.types)) {
      return Optional.of("columns " + other.types + " where " + types + " are expected");
    }
    if (rows != other.rows) {
      return Optional.of(other.rows + " rows where " + rows + " are expected");
    }
    if (rows > 0 && !hash.equals(other.hash)) {
      return Optional.of("other values in its " + rows + " rows");
    }
    for (Map.Entry<String, String> column : types.entrySet()) {
      long different =
          column.getValue().equals(DOUBLE) ? differentDoubles(column.getKey(), other) : 0;
      if (different > 0) {
        return Optional.of("another " + column.getKey() + " in " + different + " rows");
      }
    }
    return Optional.empty();
  }

  private long differentDoubles(String column, TableContent other) throws SQLException {
    String sql =
        String.format(
            "SELECT count(*) FROM (%s) e JOIN (%s) a USING (position)"
                + " WHERE (e.value IS NULL) <> (a.value IS NULL)"
                + " OR abs(e.value - a.value) > %s * abs(e.value)",
            numbered(column), other.numbered(column), RELATIVE_TOLERANCE);
    try (ResultSet count = duckDb.executeQuery(sql)) {
      count.next();
      return count.getLong(1);
    }
  }

  private String numbered(String column) {
    return String.format(
        "SELECT %s AS value, row_number() OVER (ORDER BY %s, %s) AS position FROM %s",
        column, exact(types), column, files);
  }
}
