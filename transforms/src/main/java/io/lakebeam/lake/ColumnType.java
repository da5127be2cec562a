package io.lakebeam.lake;

/** The types of columns: those that Athena, BigQuery, Spark and DuckDB all read. */
public enum ColumnType {
  INT32,
  INT64,
  DOUBLE,
  BOOLEAN,
  /** UTF-8. */
  TEXT,
  /**
   * UTF-8, given as {@link Utf8Text}: texts of any length that hardly ever repeat, so files hold
   * neither a dictionary nor minimum and maximum of them.
   */
  LONG_TEXT,
  /** Days since 1970-01-01. */
  DATE,
  /** Microseconds since 1970-01-01T00:00:00Z, adjusted to UTC. */
  TIMESTAMP,
  /** Fixed point; up to 18 digits a scaled long, up to 38 a scaled {@link java.math.BigInteger}. */
  DECIMAL
}
