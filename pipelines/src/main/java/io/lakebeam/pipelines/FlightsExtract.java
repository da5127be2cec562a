package io.lakebeam.pipelines;

import io.lakebeam.flights.ExtractFlights;
import io.lakebeam.flights.FetchLimits;
import io.lakebeam.flights.RawFlights;
import io.lakebeam.flights.Slot;
import io.lakebeam.http.BaseUrl;
import io.lakebeam.lake.Run;
import io.lakebeam.publish.Publish;
import java.time.Clock;
import org.apache.beam.sdk.Pipeline;
import org.jspecify.annotations.Nullable;

/** Fetches the flights in the air and keeps them raw. */
final class FlightsExtract {
  static final Job<FlightsExtractOptions> JOB =
      Job.<FlightsExtractOptions>writing(options -> RawFlights.table(), FlightsExtract::define)
          .withInput(FlightsExtract::checked);

  private FlightsExtract() {}

  /** Refuses a slot and base URLs that are none. */
  private static @Nullable String checked(FlightsExtractOptions options) {
    String slot = options.getSlot();
    if (slot != null) {
      Slot.parse(slot);
    }
    check("feedUrl", options.getFeedUrl());
    check("wwwUrl", options.getWwwUrl());
    return options.getInput();
  }

  private static void check(String option, @Nullable String url) {
    if (url != null) {
      BaseUrl.checked(option, url);
    }
  }

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
