package io.lakebeam.pile.download;

import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows redirects by hand, because of the credentials: they go to the first address's origin
 * (scheme, host and port) and nowhere else.
 */
final class Redirects {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final int MOST = 10;

  private final URI first;
  private final Credentials credentials;
  private final int longestSilenceMillis;

  Redirects(URI first, Credentials credentials, Duration longestSilence) {
    this.first = first;
    this.credentials = credentials;
    this.longestSilenceMillis = (int) longestSilence.toMillis();
  }

  /**
   * The first answer that is no redirect.
   *
   * @throws LakeException {@link ExitCode#BAD_PLACE} if they lead nowhere, or out of TLS
   */
  HttpURLConnection follow(long offset, @Nullable Identity known) throws IOException {
    Set<URI> seen = new HashSet<>();
    URI address = first;
    for (int hops = 0; hops <= MOST; hops++) {
      if (!seen.add(address)) {
        throw refused("redirects in a circle");
      }
      HttpURLConnection answer = ask(address, offset, known);
      if (!REDIRECTS.contains(answer.getResponseCode())) {
        return answer;
      }
      URI next = next(address, answer.getHeaderField("Location"));
      answer.disconnect();
      address = next;
    }
    throw refused("redirects more than " + MOST + " times");
  }

  private HttpURLConnection ask(URI address, long offset, @Nullable Identity known)
      throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(longestSilenceMillis);
    connection.setReadTimeout(longestSilenceMillis);
    connection.setRequestProperty("Accept", "*/*");
    connection.setRequestProperty("Accept-Encoding", "identity");
    connection.setRequestProperty("User-Agent", "lakebeam");
    if (origin(address).equals(origin(first))) {
      connection.setRequestProperty("Authorization", credentials.authorization());
    }
    String validator = known == null ? null : known.validator();
    if (offset > 0 && validator != null) {
      connection.setRequestProperty("Range", "bytes=" + offset + "-");
      connection.setRequestProperty("If-Range", validator);
    }
    return connection;
  }

  URI next(URI from, @Nullable String location) {
    if (location == null) {
      throw refused("redirects, and does not say where to");
    }
    URI next;
    try {
      next = from.resolve(location);
    } catch (IllegalArgumentException e) {
      // Its message holds the address, which is a secret.
      throw refused("redirects to what is no address");
    }
    String scheme = String.valueOf(next.getScheme()).toLowerCase(Locale.ROOT);
    if (next.getHost() == null || !scheme.matches("https?")) {
      throw refused("redirects to what is no address");
    }
    if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
      throw refused("redirects from https to http, where others could read along");
    }
    return next;
  }

  /** Whether an answer came from where the credentials go. */
  boolean isOrigin(HttpURLConnection answer) throws IOException {
    return origin(URI.create(answer.getURL().toString())).equals(origin(first));
  }

  private static String origin(URI address) {
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + ":" + port;
  }

  private LakeException refused(String how) {
    return new LakeException(ExitCode.BAD_PLACE, first + " " + how + "; check --kaggleUrl");
  }
}
