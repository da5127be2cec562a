package io.lakebeam.lake;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;

/** A file that a run reads: its path and its length in bytes. */
@AutoValue
public abstract class LakeFile implements Serializable {
  public static LakeFile of(String path, long bytes) {
    return new AutoValue_LakeFile(path, bytes);
  }

  public static LakeFile of(Metadata file) {
    return of(LakePaths.of(file), file.sizeBytes());
  }

  public abstract String path();

  public abstract long bytes();

  /** Bytes of all the files together. */
  public static long totalBytes(Iterable<LakeFile> files) {
    long total = 0;
    for (LakeFile file : files) {
      total += file.bytes();
    }
    return total;
  }
}
