package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import io.lakebeam.sort.SortedRecords;
import io.lakebeam.sort.SpillSlice;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one worker merges: a slice of everything that was spilled. */
@AutoValue
public abstract class SortedSlice implements Serializable {
  static SortedSlice of(Tally counted, List<SpillSlice> parts) {
    return new AutoValue_SortedSlice(counted, List.copyOf(parts));
  }

  /** What was counted before; all of it travels with the first slice. */
  abstract Tally counted();

  abstract List<SpillSlice> parts();

  /**
   * The records of the slice, in order.
   *
   * @param directory of the run, where files go that are needed in between
   */
  public SortedRecords open(String directory) throws IOException {
    return SortedRecords.open(parts(), directory);
  }

  /** Told here for Beam, which looks for it in the class that its coder is made for. */
  @Override
  public abstract boolean equals(@Nullable Object other);

  @Override
  public abstract int hashCode();
}
