package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import io.lakebeam.sort.SpillSlice;
import java.io.Serializable;
import java.util.List;

/** What one worker merges: a slice of everything that was spilled. */
@AutoValue
public abstract class SortedSlice implements Serializable {
  static SortedSlice of(Tally counted, List<SpillSlice> parts) {
    return new AutoValue_SortedSlice(counted, List.copyOf(parts));
  }

  /** What was counted before; all of it travels with the first slice. */
  abstract Tally counted();

  abstract List<SpillSlice> parts();
}
