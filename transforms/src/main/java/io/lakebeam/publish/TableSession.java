package io.lakebeam.publish;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.WriteMode;
import java.io.Closeable;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * One run's hold on its table, from before any work until after the last: takes the lock, clears
 * what dead runs left, and gives the lock back.
 */
public final class TableSession implements Closeable {
  private static final long LOOK_MILLIS = 20;

  private final Run run;
  private final TableLock lock;
  private final List<String> recovered;
  private final boolean published;

  private TableSession(Run run, TableLock lock, List<String> recovered, boolean published) {
    this.run = run;
    this.lock = lock;
    this.recovered = recovered;
    this.published = published;
  }

  /**
   * Takes the table for a run.
   *
   * @throws LakeException {@link ExitCode#TABLE_TAKEN} if another run is at work on it, or the
   *     table has files and the run must not touch them; {@link ExitCode#BAD_PLACE} if it cannot be
   *     written
   */
  public static TableSession open(Run run, Clock clock) throws IOException {
    TableLock lock = TableLock.acquire(run.output(), run.runId(), clock);
    try {
      List<String> recovered = Recovery.recover(run, clock);
      boolean published = RunReport.isDone(run);
      if (!published) {
        refuseToTouch(run);
        RunReport.checkWritable(run);
        Recovery.begin(run);
      }
      return new TableSession(run, lock, recovered, published);
    } catch (IOException | RuntimeException | Error e) {
      lock.close();
      throw e;
    }
  }

  private static void refuseToTouch(Run run) {
    if (run.writeMode() == WriteMode.ERROR && !LakeFiles.listVisible(run.output()).isEmpty()) {
      throw new LakeException(
          ExitCode.TABLE_TAKEN,
          run.output() + " has files already; use --writeMode=overwrite or append to go on");
    }
  }

  /** What was done about dead runs, one line each. */
  public List<String> recovered() {
    return recovered;
  }

  /** Whether a run of this id was published before, so that there is nothing to do. */
  public boolean isPublished() {
    return published;
  }

  /**
   * Gives the run up while its workers may be at work. One that is being published is waited for
   * instead: that is moving files, and short.
   *
   * @return false if it is still being published; else it is published, or never will be
   */
  public boolean giveUp(Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    boolean givenUp = Recovery.giveUp(run);
    while (!givenUp && System.nanoTime() - deadline < 0) {
      Thread.sleep(LOOK_MILLIS);
      givenUp = !LakeFiles.exists(Journal.path(run.staging()));
    }
    return givenUp;
  }

  /** Removes what a failed run staged, unless it failed while publishing: that is completed. */
  public synchronized void abandon() throws IOException {
    if (Recovery.giveUp(run)) {
      discard();
    }
  }

  /** Removes what a run staged that was given up. */
  public synchronized void discard() throws IOException {
    Recovery.abandon(run);
  }

  @Override
  public synchronized void close() throws IOException {
    try (lock) {
      Recovery.tidy(run);
    }
  }
}
