package io.lakebeam.pipelines;

import io.lakebeam.flights.ExtractFlights;
import io.lakebeam.flights.FetchLimits;
import io.lakebeam.flights.RawFlights;
import io.lakebeam.flights.Slot;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;

/** Fetches the flights in the air and keeps them raw. */
final class FlightsExtract {
  static final Job<FlightsExtractOptions> JOB =
      Job.writing(options -> RawFlights.table(), FlightsExtract::define);

  private FlightsExtract() {}

  private static void define(Pipeline pipeline, FlightsExtractOptions options, Run run) {
    String slot = options.getSlot();
    pipeline
        .apply(
            "Extract",
            ExtractFlights.into(
                run,
                slot == null ? Slot.at(run.startedAt()) : Slot.parse(slot),
                options.getSource(),
                options.getFeedUrl(),
                options.getWwwUrl(),
                FetchLimits.of(options.getRequestsPerSecond(), options.getMaxAttempts()),
                options.getAllowPartial(),
                Clock.systemUTC()))
        .apply("Publish", Publish.of(run, RawFlights.table(), Clock.systemUTC()));
  }
}
