package io.lakebeam.parquet;

/** The values of one column of a row group, put into its vector a batch at a time. */
interface ColumnValues {
  /** Fills the vector with the next values; false if one of them is null. */
  boolean fill(int size);
}
