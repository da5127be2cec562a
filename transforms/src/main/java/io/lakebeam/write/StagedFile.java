package io.lakebeam.write;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import java.io.Serializable;
import java.util.UUID;

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

  /** A name below the output that no other file has, not even one of a retried attempt. */
  static String newName(Run run, Table<?> table, String directory) {
    return directory
        + "part-"
        + run.runId()
        + "-"
        + UUID.randomUUID()
        + "."
        + table.format().extension();
  }

  /**
   * A complete file of that name in the staging of a run.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if it cannot be read back
   */
  static StagedFile stored(Run run, Table<?> table, String name) {
    String path = run.staging() + name;
    long bytes = LakeFiles.size(path);
    return of(path, run.output() + name, TableFiles.rows(table, path, bytes), bytes);
  }

  public abstract String path();

  public abstract String target();

  public abstract long rows();

  public abstract long bytes();

  /** The directory where it will lie, with a slash at its end. */
  String directory() {
    return target().substring(0, target().lastIndexOf('/') + 1);
  }
}
