package io.lakebeam.lake;

/** How the pages of a table's Parquet files are compressed. */
public enum PageCompression {
  /** Level 1: the time of snappy, half of its bytes. */
  ZSTD,
  SNAPPY
}
