package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** Options of {@code trades-ingest}. */
public interface TradesIngestOptions extends PartitionedTableOptions {
  @Description(
      "Keep one row of those with the same trade_id and side: the one with the latest"
          + " execution_time, then the greatest remaining fields in column order.")
  @Listed(at = 1)
  @Default.Boolean(false)
  boolean getDeduplicate();

  void setDeduplicate(boolean deduplicate);

  @Description(
      "Cut big files into ranges that are read in parallel; set false for CSV whose quoted fields"
          + " hold newlines.")
  @Listed(at = 2)
  @Default.Boolean(true)
  boolean getSplitFiles();

  void setSplitFiles(boolean splitFiles);
}
