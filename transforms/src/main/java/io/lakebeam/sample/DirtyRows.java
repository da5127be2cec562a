package io.lakebeam.sample;

/** Which rows of a sample are malformed: exactly so many, spread evenly. */
public final class DirtyRows {
  private final long rows;
  private final long dirtyRows;
  private final long seed;

  /**
   * @param dirty the share of malformed rows, from 0 to 1
   */
  public DirtyRows(long rows, double dirty, long seed) {
    this.rows = rows;
    this.dirtyRows = Math.round(rows * dirty);
    this.seed = seed;
  }

  /** How many rows are malformed. */
  public long count() {
    return dirtyRows;
  }

  /** Whether the row of that number, from 0, is malformed. */
  public boolean contains(long row) {
    if (dirtyRows == 0) {
      return false;
    }
    long stretch = row * dirtyRows / rows;
    return dirtyRow(stretch) == row || stretch + 1 < dirtyRows && dirtyRow(stretch + 1) == row;
  }

  /** The rows are cut into as many stretches as there are dirty ones; one row of each is dirty. */
  private long dirtyRow(long dirty) {
    long from = dirty * rows / dirtyRows;
    long to = (dirty + 1) * rows / dirtyRows;
    return from + Math.floorMod(SplitMix64.hash(seed, dirty), to - from);
  }
}
