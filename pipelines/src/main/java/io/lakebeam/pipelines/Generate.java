package io.lakebeam.pipelines;

import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import io.lakebeam.trades.GenerateTrades;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Writes sample input. */
final class Generate {
  static final Job<GenerateOptions> JOB = Job.writing(GenerateTrades.LANDING, Generate::define);

  private Generate() {}

  private static void define(Pipeline pipeline, GenerateOptions options, Run run) {
    GenerateTrades.checkOnlySamples(run.output());
    pipeline
        .apply(
            "Trades",
            GenerateTrades.into(run, options.getRows(), options.getSeed(), options.getDirty()))
        .apply("Publish", Publish.of(run, GenerateTrades.LANDING, Clock.systemUTC()));
  }
}
