package io.lakebeam.pipelines;

import io.lakebeam.flights.GenerateFlights;
import io.lakebeam.flights.RawFlights;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.publish.Publish;
import io.lakebeam.trades.GenerateTrades;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Writes sample input. */
final class Generate {
  static final Job<GenerateOptions> JOB = Job.writing(Generate::table, Generate::define);

  private Generate() {}

  private static Table<?> table(GenerateOptions options) {
    return options.getFamily() == GenerateOptions.Family.FLIGHTS
        ? RawFlights.table()
        : GenerateTrades.LANDING;
  }

  private static void define(Pipeline pipeline, GenerateOptions options, Run run) {
    if (options.getFamily() == GenerateOptions.Family.FLIGHTS) {
      pipeline
          .apply(
              "Flights",
              GenerateFlights.into(run, options.getRows(), options.getSeed(), options.getDirty()))
          .apply("Publish", Publish.of(run, RawFlights.table(), Clock.systemUTC()));
    } else {
      defineTrades(pipeline, options, run);
    }
  }

  private static void defineTrades(Pipeline pipeline, GenerateOptions options, Run run) {
    GenerateTrades.checkOnlySamples(run.output());
    pipeline
        .apply(
            "Trades",
            GenerateTrades.into(run, options.getRows(), options.getSeed(), options.getDirty()))
        .apply("Publish", Publish.of(run, GenerateTrades.LANDING, Clock.systemUTC()));
  }
}
