package io.lakebeam.http;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.net.URI;

/** The base URL of a remote source, as an option gives it. */
public final class BaseUrl {
  private BaseUrl() {}

  /**
   * A base URL without a slash at its end.
   *
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} if it is none; rejects and messages show it,
   *     so it must not hold credentials
   */
  public static String checked(String option, String url) {
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
