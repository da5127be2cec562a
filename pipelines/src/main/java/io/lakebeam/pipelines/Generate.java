package io.lakebeam.pipelines;

import io.lakebeam.events.EventGenerator;
import io.lakebeam.lake.Run;
import io.lakebeam.lake.Table;
import io.lakebeam.publish.Publish;
import io.lakebeam.sample.GenerateFiles;
import io.lakebeam.trades.TradeGenerator;
import java.time.Clock;
import java.util.regex.Pattern;
import org.apache.beam.sdk.Pipeline;

/** Writes sample input. */
final class Generate {
  static final Job<GenerateOptions> JOB = Job.writing(Generate::landing, Generate::define);

  private Generate() {}

  private static void define(Pipeline pipeline, GenerateOptions options, Run run) {
    GenerateFiles.checkOnlySamples(run.output(), names(options));
    pipeline
        .apply("Generate", GenerateFiles.into(run, source(options)))
        .apply("Publish", Publish.of(run, landing(options), Clock.systemUTC()));
  }

  private static Table<?> landing(GenerateOptions options) {
    switch (options.getFamily()) {
      case TRADES:
        return TradeGenerator.LANDING;
      case EVENTS:
        return EventGenerator.LANDING;
    }
    throw new AssertionError(options.getFamily());
  }

  private static Pattern names(GenerateOptions options) {
    switch (options.getFamily()) {
      case TRADES:
        return TradeGenerator.NAMES;
      case EVENTS:
        return EventGenerator.NAMES;
    }
    throw new AssertionError(options.getFamily());
  }

  private static GenerateFiles.Source source(GenerateOptions options) {
    long rows = options.getRows();
    long seed = options.getSeed();
    double dirty = options.getDirty();
    switch (options.getFamily()) {
      case TRADES:
        return () -> TradeGenerator.of(rows, seed, dirty);
      case EVENTS:
        return () -> EventGenerator.of(rows, seed, dirty);
    }
    throw new AssertionError(options.getFamily());
  }
}
