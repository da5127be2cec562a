package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.RunReport;
import io.lakebeam.publish.TableLock;
import io.lakebeam.publish.TableSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C, or a scheduler's SIGTERM, in the middle of a run: gives the run up as a failed one, with
 * its report, removes what it staged, and gives the table back; a run that is being published is
 * given the time to be. Whatever of this takes longer than {@link #PATIENCE} is left to the next
 * run. Watched for until closed.
 */
final class Interruption implements AutoCloseable {
  /** As long as containers are given, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Invocation<? extends LakeOptions> invocation;
  private final Run.Builder begun;
  private final String again;
  private final Clock clock;
  private final Thread hook = new Thread(this::endInTime, "lakebeam-interruption");
  private volatile @Nullable TableSession session;
  private volatile @Nullable Closeable held;

  private Interruption(
      Invocation<? extends LakeOptions> invocation, Run.Builder begun, String again, Clock clock) {
    this.invocation = invocation;
    this.begun = begun;
    this.again = again;
    this.clock = clock;
  }

  /**
   * @param again what a user should know who runs it again
   */
  static Interruption watch(
      Invocation<? extends LakeOptions> invocation, Run.Builder begun, String again, Clock clock) {
    Signals.watch();
    Interruption interruption = new Interruption(invocation, begun, again, clock);
    try {
      Runtime.getRuntime().addShutdownHook(interruption.hook);
    } catch (IllegalStateException shuttingDown) {
      awaitEndOfProcess();
    }
    return interruption;
  }

  /** The run's hold on its table, from now on. */
  void holds(TableSession table) {
    session = table;
    held = table;
  }

  /** The lock by which the run changes a place without staging anything. */
  void holds(TableLock lock) {
    held = lock;
  }

  /** In a process that is being ended it does not return: the run is in the hook's hands. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      awaitEndOfProcess();
    }
  }

  /** While hooks run, whoever asks for the end waits for it. */
  private static void awaitEndOfProcess() {
    System.exit(ExitCode.OTHER.code());
  }

  private void endInTime() {
    if (invocation.options().getDryRun()) {
      return;
    }
    Thread ending = new Thread(this::end, "lakebeam-end");
    ending.setDaemon(true);
    ending.start();
    try {
      ending.join(PATIENCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    Run run = begun.build();
    PrintStream err = invocation.err();
    String reason =
        "interrupted" + Signals.arrived().map(signal -> " by SIG" + signal.getName()).orElse("");
    String told = String.format("%n%s: run %s ", reason, run.runId());
    try {
      TableSession open = session;
      if (open != null && !open.giveUp(PATIENCE.dividedBy(2))) {
        // Its files are being moved, so the table is not given back.
        err.println(
            told + "is being published; the next run on " + run.output() + " completes that");
        return;
      }
      try (Closeable table = held) {
        if (RunReport.isDone(run)) {
          err.println(told + "is published");
          return;
        }
        err.println(told + "is not complete; " + again);
        RunReport.writeFailed(run, exitCode(), reason + "; " + again, clock);
        if (open != null) {
          open.discard();
        }
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      err.println("the run could not be ended cleanly: " + e.getMessage());
    }
  }

  private static int exitCode() {
    return Signals.arrived().map(signal -> 128 + signal.getNumber()).orElse(ExitCode.OTHER.code());
  }
}
