package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** A finished file that waits, hidden, for its run to be published. */
@AutoValue
public abstract class StagedFile implements Serializable {
  /**
   * @param path where it waits
   * @param target where it will lie
   * @param rows counted back from the stored file
   * @param bytes its length
   */
  public static StagedFile of(String path, String target, long rows, long bytes) {
    return new AutoValue_StagedFile(path, target, rows, bytes);
  }

  public abstract String path();

  public abstract String target();

  public abstract long rows();

  public abstract long bytes();
}
