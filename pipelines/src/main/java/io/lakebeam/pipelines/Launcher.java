package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Lake;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.TableSession;
import io.lakebeam.read.Inputs;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.io.FileSystems;
import org.jspecify.annotations.Nullable;

/**
 * Runs a job: resolves and checks its inputs, takes its table, runs its pipeline, says what it did.
 */
final class Launcher<OptionsT extends LakeOptions> {
  private static final Clock CLOCK = Clock.systemUTC();

  private final Invocation<OptionsT> invocation;
  private final Job<OptionsT> job;

  private Launcher(Invocation<OptionsT> invocation, Job<OptionsT> job) {
    this.invocation = invocation;
    this.job = job;
  }

  /** A pipeline of the command line that runs that job. */
  static <OptionsT extends LakeOptions> Command<OptionsT> command(
      Class<OptionsT> optionsType, Job<OptionsT> job) {
    return Command.of(optionsType, invocation -> new Launcher<>(invocation, job).launch());
  }

  private ExitCode launch() {
    FileSystems.setDefaultPipelineOptions(invocation.options());
    Lake lake = Lake.at(invocation.options().getLake());
    Run.Builder run = Runs.begin(invocation, job.table(invocation.options()).name(), CLOCK);
    Runs.carryOut(
        invocation,
        run,
        "run again",
        CLOCK,
        interruption -> {
          run.inputs(inputs(lake));
          launch(run.build(), interruption);
        });
    return ExitCode.DONE;
  }

  private void launch(Run run, Interruption interruption) throws IOException {
    refuseToReadItsOutput(run);
    Checked.inParallel(run.inputs(), job.inputCheck());
    if (invocation.options().getDryRun()) {
      DryRun.print(run, job.table(invocation.options()), invocation.out());
    } else {
      work(run, interruption);
    }
  }

  private static void refuseToReadItsOutput(Run run) {
    for (LakeFile input : run.inputs()) {
      if (input.path().startsWith(run.output())) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS,
            "the input " + input.path() + " lies in the table that is written, " + run.output());
      }
    }
  }

  private List<LakeFile> inputs(Lake lake) {
    @Nullable String input = job.inputChoice().input(invocation.options());
    @Nullable String place = job.inputPlace();
    if (place == null) {
      if (input != null) {
        throw new LakeException(
            ExitCode.BAD_OPTIONS, invocation.pipeline() + " reads nothing: leave out --input");
      }
      return List.of();
    }
    return job.fileChoice()
        .choose(
            invocation.options(),
            input == null ? Inputs.beneath(lake.place(place)) : Inputs.resolve(input));
  }

  private void work(Run run, Interruption interruption) throws IOException {
    try (TableSession session = TableSession.open(run, CLOCK)) {
      interruption.holds(session);
      session.recovered().forEach(line -> invocation.err().println(line));
      if (session.isPublished()) {
        Runs.sayPublished(run, invocation.out());
        return;
      }
      try {
        runPipeline(run);
      } catch (RuntimeException | Error e) {
        try {
          session.abandon();
        } catch (IOException | RuntimeException failed) {
          e.addSuppressed(failed);
        }
        throw e;
      }
    }
    Summary.of(run).print(invocation.out());
    job.epilogue().tell(invocation.options(), run, invocation.out());
  }

  private void runPipeline(Run run) {
    Pipeline pipeline = Pipeline.create(invocation.options());
    job.definition().define(pipeline, invocation.options(), run);
    invocation.options().as(DirectOptions.class).setBlockOnRun(false);
    PipelineResult result = pipeline.run();
    try (Progress progress = Progress.start(new RunProgress(result), invocation.err())) {
      PipelineResult.State state = result.waitUntilFinish();
      if (state != PipelineResult.State.DONE) {
        throw new LakeException(
            ExitCode.OTHER, run.runner() + " ended as " + state + "; see its own logs");
      }
    }
  }
}
