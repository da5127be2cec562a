package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Lake;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakePaths;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.RunId;
import io.lakebeam.publish.RunReport;
import java.io.IOException;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How every run begins, and how it ends when it fails. */
final class Runs {
  private Runs() {}

  /**
   * The run of an invocation, with its inputs still to be found.
   *
   * @param place where it writes under the lake, unless the user says otherwise
   */
  static Run.Builder begin(
      Invocation<? extends LakeOptions> invocation, String place, Clock clock) {
    LakeOptions options = invocation.options();
    Lake lake = Lake.at(options.getLake());
    String runId = options.getRunId();
    String output = options.getOutput();
    Run.Builder run =
        Run.builder()
            .pipeline(invocation.pipeline())
            .runId(
                runId == null
                    ? RunId.random(clock.instant(), new SecureRandom())
                    : RunId.checked(runId))
            .version(Version.current())
            .runner(options.getRunner().getSimpleName())
            .lake(lake.root())
            .output(output == null ? lake.place(place) : LakePaths.directory(output))
            .writeMode(options.getWriteMode())
            .maxRejectRatio(options.getMaxRejectRatio())
            .options(invocation.given())
            .inputs(List.of())
            .startedAt(clock.instant());
    @Nullable Long targetFileBytes =
        options instanceof PartitionedTableOptions
            ? ((PartitionedTableOptions) options).getTargetFileSize()
            : null;
    return targetFileBytes == null ? run : run.targetFileBytes(targetFileBytes);
  }

  /** Whether a run of that id is published, so that there is nothing to do, which is said. */
  static boolean isPublished(Run run, PrintStream out) throws IOException {
    boolean published = RunReport.isDone(run);
    if (published) {
      sayPublished(run, out);
    }
    return published;
  }

  static void sayPublished(Run run, PrintStream out) {
    out.println("run " + run.runId() + " is published already; nothing to do");
  }

  /** The work of a run, of which the interruption is told what it holds. */
  interface Work {
    void carryOut(Interruption interruption) throws IOException;
  }

  /**
   * Does the work of a run. However it fails, or is interrupted, its report says so.
   *
   * @param begun the run; its inputs may be found in the course of the work
   * @param again what a user should know who runs it again after an interruption
   */
  static void carryOut(
      Invocation<? extends LakeOptions> invocation,
      Run.Builder begun,
      String again,
      Clock clock,
      Work work) {
    try (Interruption interruption = Interruption.watch(invocation, begun, again, clock)) {
      work.carryOut(interruption);
    } catch (IOException | RuntimeException | Error e) {
      throw reported(invocation.options(), begun.build(), e, clock);
    }
  }

  /**
   * The failure as it is told, once it is in the run's report: wherever the lake can be written,
   * and unless a step of the pipeline has reported it already, with more of what it knows.
   */
  private static LakeException reported(
      LakeOptions options, Run run, Throwable failure, Clock clock) {
    Failures.Exit exit = exitOf(failure);
    LakeException told = new LakeException(exit.code(), exit.message(), failure);
    if (exit.code() != ExitCode.BAD_OPTIONS && !options.getDryRun()) {
      try {
        RunReport.writeFailed(run, exit.code().code(), exit.message(), clock);
      } catch (IOException | RuntimeException e) {
        told.addSuppressed(e);
      }
    }
    return told;
  }

  private static Failures.Exit exitOf(Throwable failure) {
    return Failures.exitOf(
        failure instanceof IOException
            ? new LakeException(
                ExitCode.BAD_PLACE,
                "the lake cannot be read or written: " + failure.getMessage(),
                failure)
            : failure);
  }
}
