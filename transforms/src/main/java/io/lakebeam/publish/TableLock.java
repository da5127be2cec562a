package io.lakebeam.publish;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakePaths;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;

/**
 * The right of one run to work on a table, held under the table as {@code _lock}. On a local disk
 * it is the operating system's file lock, which ends with its process; elsewhere an object whose
 * heartbeat must not be older than {@link HeartbeatLock#STALE}.
 */
public interface TableLock extends Closeable {
  /**
   * Takes the lock; that also shows that the table can be written.
   *
   * @throws LakeException {@link ExitCode#TABLE_TAKEN} if a living run holds it, {@link
   *     ExitCode#BAD_PLACE} if the table cannot be written
   */
  static TableLock acquire(String table, String runId, Clock clock) {
    try {
      return LakePaths.isLocal(table)
          ? LocalLock.acquire(LakePaths.localPath(table))
          : HeartbeatLock.acquire(table, runId, clock);
    } catch (IOException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE, table + " cannot be written: " + e.getMessage(), e);
    }
  }

  static LakeException taken(String table) {
    return new LakeException(
        ExitCode.TABLE_TAKEN, "another run is at work on " + table + "; wait until it has ended");
  }
}
