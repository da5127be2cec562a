package io.lakebeam.pipelines;

import io.lakebeam.events.EventGenerator;
import io.lakebeam.flights.GenerateFlights;
import io.lakebeam.flights.RawFlights;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.pile.PileGenerator;
import io.lakebeam.publish.Publish;
import io.lakebeam.sample.GenerateFiles;
import io.lakebeam.trades.TradeGenerator;
import io.lakebeam.write.Tally;
import java.time.Clock;
import java.util.regex.Pattern;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.values.PCollection;

/** Writes sample input. */
final class Generate {
  static final Job<GenerateOptions> JOB = Job.writing(Generate::table, Generate::define);

  private Generate() {}

  private static void define(Pipeline pipeline, GenerateOptions options, Run run) {
    tallies(pipeline, options, run)
        .apply("Publish", Publish.of(run, table(options), Clock.systemUTC()));
  }

  private static PCollection<Tally> tallies(Pipeline pipeline, GenerateOptions options, Run run) {
    long rows = options.getRows();
    long seed = options.getSeed();
    double dirty = options.getDirty();
    switch (options.getFamily()) {
      case TRADES:
        return files(
            pipeline, run, TradeGenerator.NAMES, () -> TradeGenerator.of(rows, seed, dirty));
      case EVENTS:
        return files(
            pipeline, run, EventGenerator.NAMES, () -> EventGenerator.of(rows, seed, dirty));
      case FLIGHTS:
        return pipeline.apply("Generate", GenerateFlights.into(run, rows, seed, dirty));
      case PILE:
        return files(pipeline, run, PileGenerator.NAMES, () -> PileGenerator.of(rows, seed, dirty));
    }
    throw new AssertionError(options.getFamily());
  }

  private static PCollection<Tally> files(
      Pipeline pipeline, Run run, Pattern names, GenerateFiles.Source source) {
    GenerateFiles.checkOnlySamples(run.output(), names);
    return pipeline.apply("Generate", GenerateFiles.into(run, source));
  }

  private static Table<?> table(GenerateOptions options) {
    switch (options.getFamily()) {
      case TRADES:
        return TradeGenerator.LANDING;
      case EVENTS:
        return EventGenerator.LANDING;
      case FLIGHTS:
        return RawFlights.table();
      case PILE:
        return PileGenerator.RAW;
    }
    throw new AssertionError(options.getFamily());
  }
}
