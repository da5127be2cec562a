package io.lakebeam.pipelines;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.Lake;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.LakeFile;
import io.lakebeam.lake.LakeFiles;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.RunId;
import io.lakebeam.publish.TableSession;
import io.lakebeam.read.Inputs;
import java.io.IOException;
import java.security.SecureRandom;
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
    Run run = run();
    try {
      Checked.inParallel(run.inputs(), job.inputCheck());
      if (invocation.options().getDryRun()) {
        DryRun.print(run, job.table(), invocation.out());
      } else {
        work(run);
      }
    } catch (IOException e) {
      throw new LakeException(
          ExitCode.BAD_PLACE, "the lake cannot be read or written: " + e.getMessage(), e);
    }
    return ExitCode.DONE;
  }

  private Run run() {
    LakeOptions options = invocation.options();
    Lake lake = Lake.at(options.getLake());
    String runId = options.getRunId();
    String output = options.getOutput();
    return Run.builder()
        .pipeline(invocation.pipeline())
        .runId(
            runId == null
                ? RunId.random(CLOCK.instant(), new SecureRandom())
                : RunId.checked(runId))
        .version(Version.current())
        .runner(options.getRunner().getSimpleName())
        .lake(lake.root())
        .output(output == null ? lake.place(job.table().name()) : LakeFiles.directory(output))
        .writeMode(options.getWriteMode())
        .maxRejectRatio(options.getMaxRejectRatio())
        .options(invocation.given())
        .inputs(inputs(lake))
        .startedAt(CLOCK.instant())
        .build();
  }

  private List<LakeFile> inputs(Lake lake) {
    String input = invocation.options().getInput();
    @Nullable String place = job.inputPlace();
    if (place == null) {
      return List.of();
    }
    return Inputs.resolve(input == null ? lake.place(place) : input);
  }

  private void work(Run run) throws IOException {
    try (TableSession session = TableSession.open(run, CLOCK)) {
      session.recovered().forEach(line -> invocation.err().println(line));
      if (session.isPublished()) {
        invocation.out().println("run " + run.runId() + " is published already; nothing to do");
        return;
      }
      try {
        runPipeline(run);
      } catch (RuntimeException e) {
        throw failed(run, session, e);
      }
    }
    Summary.of(run).print(invocation.out());
  }

  private void runPipeline(Run run) {
    Pipeline pipeline = Pipeline.create(invocation.options());
    job.definition().define(pipeline, invocation.options(), run);
    invocation.options().as(DirectOptions.class).setBlockOnRun(false);
    PipelineResult result = pipeline.run();
    try (Progress progress = Progress.start(new RunProgress(result), invocation.err())) {
      result.waitUntilFinish();
    }
  }

  /** A step of the pipeline may have reported the failure already, with more of what it knows. */
  private static LakeException failed(Run run, TableSession session, RuntimeException failure)
      throws IOException {
    Failures.Exit exit = Failures.exitOf(failure);
    session.fail(exit.code(), exit.message());
    return new LakeException(exit.code(), exit.message(), failure);
  }
}
