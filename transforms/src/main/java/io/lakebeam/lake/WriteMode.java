package io.lakebeam.lake;

/** What a run does with the rows that a table already holds. */
public enum WriteMode {
  /** Replaces the partitions that the run produced; a table without partitions as a whole. */
  OVERWRITE,
  /** Adds files beside those that are there. */
  APPEND,
  /** Ends before any work if the table has a visible file. */
  ERROR
}
