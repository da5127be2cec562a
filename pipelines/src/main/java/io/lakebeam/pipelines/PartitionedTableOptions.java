package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;

/** What the pipelines that write a partitioned table share. */
public interface PartitionedTableOptions extends LakeOptions {
  @Description(
      "How big a file may grow before the next one of its partition begins, and up to which many"
          + " small Parquet files are put together; in bytes, KB, MB or GB.")
  @Listed(at = 20, otherwise = "256MB")
  @ByteSize.Option
  @Default.Long(Run.TARGET_FILE_BYTES)
  long getTargetFileSize();

  void setTargetFileSize(long targetFileSize);
}
