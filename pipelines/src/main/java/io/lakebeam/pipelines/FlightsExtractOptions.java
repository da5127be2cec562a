package io.lakebeam.pipelines;

import io.lakebeam.flights.FlightSources;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.jspecify.annotations.Nullable;

/** Options of {@code flights-extract}. */
public interface FlightsExtractOptions extends LakeOptions {
  @Description(
      "Where flights come from: flightradar24 or opensky (no airports, no aircraft types).")
  @Listed(at = 1)
  @Default.Enum("FLIGHTRADAR24")
  FlightSources getSource();

  void setSource(FlightSources source);

  @Description("Base URL of the live flights.")
  @Listed(at = 2, otherwise = "the source's own")
  @Nullable String getFeedUrl();

  void setFeedUrl(@Nullable String feedUrl);

  @Description("Base URL of airports and airlines.")
  @Listed(at = 3, otherwise = "the source's own")
  @Nullable String getWwwUrl();

  void setWwwUrl(@Nullable String wwwUrl);

  @Description("The slot to write: a day and an even hour in UTC, such as 2026-11-20T14.")
  @Listed(at = 4, otherwise = "now's")
  @Nullable String getSlot();

  void setSlot(@Nullable String slot);

  @Description(
      "The most requests per second over the whole run, repeated ones included, up to 1000.")
  @Listed(at = 5)
  @Limits(atLeast = 0.001, atMost = 1000)
  @Default.Double(2)
  double getRequestsPerSecond();

  void setRequestsPerSecond(double requestsPerSecond);

  @Description("How often a request is made before the run gives up, 1 or more.")
  @Listed(at = 6)
  @Limits(atLeast = 1)
  @Default.Integer(5)
  int getMaxAttempts();

  void setMaxAttempts(int maxAttempts);

  @Description(
      "Publish the slot even if zones could not be fetched; the run report and the page name them.")
  @Listed(at = 7)
  @Default.Boolean(false)
  boolean getAllowPartial();

  void setAllowPartial(boolean allowPartial);
}
