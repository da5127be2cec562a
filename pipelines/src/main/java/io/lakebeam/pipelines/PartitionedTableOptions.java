package io.lakebeam.pipelines;

import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** What the pipelines that write a partitioned table share. */
public interface PartitionedTableOptions extends LakeOptions {
  @Description(
      "About how big a file becomes before the next one of its partition begins, and up to which"
          + " many small Parquet files are put together; 64KB or more, in bytes, KB, MB or GB.")
  @Listed(at = 20, otherwise = "256MB")
  @ByteSize.Option(atLeast = "64KB")
  @Nullable Long getTargetFileSize();

  void setTargetFileSize(@Nullable Long targetFileSize);
}
