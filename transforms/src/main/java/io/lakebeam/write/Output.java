package io.lakebeam.write;

/**
 * Where a reader puts what it finds: rows, rejects, and the tally of both.
 *
 * @param <T> the row
 */
public interface Output<T> {
  /** A row that stands for so many records that were kept. */
  void row(T row, long records);

  /** A row that is one record. */
  default void row(T row) {
    row(row, 1);
  }

  /** Records that were kept and for which no row stands, such as products below the top. */
  void carried(long records);

  /** A record that became no row; counted as read and rejected. */
  void reject(Reject reject);

  /** The counts of what was read, to add to. */
  Tally tally();
}
