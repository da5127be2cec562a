package io.lakebeam.pile;

/** Whether texts are measured, and judged by their measures. */
public enum Quality {
  /** Neither. */
  NONE,
  /** The table gets a column for each {@link QualityMeasure}. */
  GOPHER_COLUMNS,
  /** That, and texts with a measure out of its bounds are dropped. */
  GOPHER
}
