package io.lakebeam.flights;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.net.URI;
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
        base("feedUrl", feedUrl == null ? defaultFeedUrl : feedUrl),
        base("wwwUrl", wwwUrl == null ? FlightRadar24.WWW : wwwUrl));
  }

  /**
   * A base URL without a slash at its end.
   *
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} if it is none; rejects and messages show it,
   *     so it must not hold credentials
   */
  public static String base(String option, String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      throw bad(option);
    }
    String scheme = String.valueOf(uri.getScheme());
    if (!scheme.matches("https?")
        || uri.getHost() == null
        || uri.getUserInfo() != null
        || uri.getQuery() != null
        || uri.getFragment() != null) {
      throw bad(option);
    }
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static LakeException bad(String option) {
    return new LakeException(
        ExitCode.BAD_OPTIONS,
        "--" + option + " is not valid: it must be http://host or https://host, without a query");
  }
}
