package io.lakebeam.sample;

/**
 * The malformed rows of a sample: exactly so many, spread evenly, each with one of a few defects.
 */
public final class DirtyRows {
  private final long rows;
  private final long dirtyRows;
  private final long places;
  private final long choices;
  private final LineDefect[] defects;

  /**
   * @param dirty the share of malformed rows, from 0 to 1
   * @param places the seed of which rows they are
   * @param choices the seed of how they are spoiled
   */
  public DirtyRows(long rows, double dirty, long places, long choices, LineDefect... defects) {
    this.rows = rows;
    this.dirtyRows = Math.round(rows * dirty);
    this.places = places;
    this.choices = choices;
    this.defects = defects.clone();
  }

  /** How many rows are malformed. */
  public long count() {
    return dirtyRows;
  }

  /**
   * Spoils the last line of a buffer if its row is a malformed one.
   *
   * @param row its number, from 0
   * @param mark where the line begins; it is not ended yet
   */
  public void spoil(long row, int mark, LineBuffer buffer) {
    if (contains(row)) {
      String line = buffer.textFrom(mark);
      buffer.cutTo(mark);
      SplitMix64 random = new SplitMix64(SplitMix64.hash(choices, row));
      buffer.append(defects[random.below(defects.length)].spoiled(line, random));
    }
  }

  private boolean contains(long row) {
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
    return from + Math.floorMod(SplitMix64.hash(places, dirty), to - from);
  }
}
