package io.lakebeam.sort;

import com.google.auto.value.AutoValue;
import java.io.Serializable;

/** One slice of a {@link SpillFile}: so many sorted records in so many bytes. */
@AutoValue
public abstract class SpillSlice implements Serializable {
  static SpillSlice of(int slice, String path, long offset, long bytes, long records) {
    return new AutoValue_SpillSlice(slice, path, offset, bytes, records);
  }

  /** Which slice of all records. */
  public abstract int slice();

  abstract String path();

  abstract long offset();

  abstract long bytes();

  abstract long records();
}
