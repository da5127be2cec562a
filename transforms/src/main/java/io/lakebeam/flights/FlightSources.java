package io.lakebeam.flights;

import io.lakebeam.http.BaseUrl;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The sources that flights can be fetched from. */
public enum FlightSources {
  FLIGHTRADAR24(FlightRadar24.FEED) {
    @Override
    FlightSource open(JsonClient client, String feedUrl, String wwwUrl) {
      return new FlightRadar24(client, feedUrl, wwwUrl);
    }
  },
  OPENSKY(OpenSky.API) {
    @Override
    FlightSource open(JsonClient client, String feedUrl, String wwwUrl) {
      return new OpenSky(client, feedUrl);
    }
  };

  private final String defaultFeedUrl;

  FlightSources(String defaultFeedUrl) {
    this.defaultFeedUrl = defaultFeedUrl;
  }

  abstract FlightSource open(JsonClient client, String feedUrl, String wwwUrl);

  /** The source at those base URLs, or at its own where they are null. */
  FlightSource open(
      @Nullable String feedUrl, @Nullable String wwwUrl, FetchLimits limits, Clock clock) {
    return open(
        new JsonClient(limits, clock),
        BaseUrl.checked("feedUrl", feedUrl == null ? defaultFeedUrl : feedUrl),
        BaseUrl.checked("wwwUrl", wwwUrl == null ? FlightRadar24.WWW : wwwUrl));
  }
}
