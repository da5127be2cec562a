package io.lakebeam.write;

import io.lakebeam.lake.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a reader puts rows of several tables of one run. */
public interface Outputs {
  /** The output of one table; all of them share their rejects and their tally. */
  <T> Output<T> of(Table<T> table);

  /**
   * Makes sure that a partition of a table gets a file, if only one without rows: an empty result
   * must replace the rows that are there.
   *
   * @param values of the table's partition columns, outermost first: a Long where the column holds
   *     longs, else its text
   */
  void partition(Table<?> table, List<@Nullable Object> values);
}
