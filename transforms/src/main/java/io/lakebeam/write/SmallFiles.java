package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Staged files of one partition that one worker puts together; there may be none. */
@AutoValue
abstract class SmallFiles implements Serializable {
  static SmallFiles of(Tally counted, List<StagedFile> files) {
    return new AutoValue_SmallFiles(counted, List.copyOf(files));
  }

  /** What was counted before, with the files that stay as they are. */
  abstract Tally counted();

  abstract List<StagedFile> files();

  /** Told here for Beam, which looks for it in the class that its coder is made for. */
  @Override
  public abstract boolean equals(@Nullable Object other);

  @Override
  public abstract int hashCode();
}
