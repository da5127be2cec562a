package io.lakebeam.pile;

import com.google.auto.value.AutoValue;
import io.lakebeam.read.FileRange;
import io.lakebeam.write.SortedSlice;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What gives candidates: a range of a file, whose documents they are, or bands, which mark some.
 */
@AutoValue
abstract class CandidateSource implements Serializable {
  static CandidateSource of(FileRange documents) {
    return new AutoValue_CandidateSource(documents, null);
  }

  static CandidateSource of(SortedSlice bands) {
    return new AutoValue_CandidateSource(null, bands);
  }

  abstract @Nullable FileRange documents();

  abstract @Nullable SortedSlice bands();

  /** Told here for Beam, which looks for it in the class that its coder is made for. */
  @Override
  public abstract boolean equals(@Nullable Object other);

  @Override
  public abstract int hashCode();
}
