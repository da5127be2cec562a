package io.lakebeam.write;

import io.lakebeam.lake.Run;
import io.lakebeam.sort.SortedRecords;
import java.io.IOException;

/**
 * Gives the rows of a slice from its records, which come in the order that they were sorted into.
 *
 * @param <T> the row
 */
public final class InOrder<T> implements Rows<SortedSlice, T> {
  private static final long serialVersionUID = 1;

  private final String directory;
  private final Rows<SortedRecords, T> rows;

  private InOrder(String directory, Rows<SortedRecords, T> rows) {
    this.directory = directory;
    this.rows = rows;
  }

  /**
   * @param rows reads records until there are no more
   */
  public static <T> InOrder<T> of(Run run, Rows<SortedRecords, T> rows) {
    return new InOrder<>(run.sortStaging(), rows);
  }

  @Override
  public void emit(SortedSlice slice, Output<T> output) throws IOException {
    output.tally().add(slice.counted());
    try (SortedRecords records = slice.open(directory)) {
      rows.emit(records, output);
    }
  }
}
