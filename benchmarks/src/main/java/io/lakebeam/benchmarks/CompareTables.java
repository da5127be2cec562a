package io.lakebeam.benchmarks;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Says whether tables of Parquet files hold the same rows: {@code <expected> <actual>...}, each a
 * directory. Ends with 3, naming the table and what differs, if one does not.
 */
public final class CompareTables {
  /** Not 1, with which a JVM ends that failed. */
  private static final int DIFFERENT = 3;

  private CompareTables() {}

  public static void main(String[] args) throws SQLException {
    boolean equal = true;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement duckDb = connection.createStatement()) {
      duckDb.execute("SET threads = 2");
      // DuckDB would keep what it has read, up to most of the machine.
      duckDb.execute("SET memory_limit = '4GB'");
      duckDb.execute("SET TimeZone = 'UTC'");
      TableContent expected = TableContent.of(duckDb, args[0]);
      for (int i = 1; i < args.length; i++) {
        Optional<String> difference = expected.difference(TableContent.of(duckDb, args[i]));
        System.out.println(args[i] + ": " + difference.orElse(expected.rows() + " rows, equal"));
        equal &= difference.isEmpty();
      }
    }
    if (!equal) {
      System.exit(DIFFERENT);
    }
  }
}
