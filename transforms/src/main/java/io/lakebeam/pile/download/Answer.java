package io.lakebeam.pile.download;

import io.lakebeam.http.Unavailable;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer that holds the body or its rest. */
final class Answer implements Closeable {
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18})");
  private static final Pattern PAGE = Pattern.compile("(?i)text/html\\b.*");

  private final HttpURLConnection connection;
  private final InputStream in;
  private final Identity identity;
  private final long offset;

  private Answer(HttpURLConnection connection, Identity identity, long offset) throws IOException {
    this.connection = connection;
    this.identity = identity;
    this.offset = offset;
    this.in = connection.getInputStream();
  }

  /**
   * @param connection with an answer of status 200 or 206
   * @param address as it may be shown
   * @throws Unavailable if it is another range than was asked for
   * @throws LakeException {@link ExitCode#BAD_PLACE} if nobody could tell whether it is whole
   */
  static Answer of(HttpURLConnection connection, String address, long asked) throws IOException {
    String encoding = header(connection, "Content-Encoding", "identity");
    if (!encoding.equals("identity")) {
      throw refused(address + " answers in an encoding that nobody asked for: " + encoding);
    }
    if (connection.getResponseCode() == HttpURLConnection.HTTP_PARTIAL) {
      Matcher range = CONTENT_RANGE.matcher(header(connection, "Content-Range", ""));
      if (!range.matches() || Long.parseLong(range.group(1)) != asked) {
        throw new Unavailable("another range than was asked for", (Duration) null);
      }
      return new Answer(connection, identity(connection, Long.parseLong(range.group(2))), asked);
    }
    long length = connection.getHeaderFieldLong("Content-Length", Identity.UNKNOWN);
    boolean chunked = header(connection, "Transfer-Encoding", "").equalsIgnoreCase("chunked");
    if (length == Identity.UNKNOWN && !chunked) {
      throw refused(address + " does not say how long its answer is, so it could be cut unseen");
    }
    return new Answer(connection, identity(connection, length), 0);
  }

  private static LakeException refused(String message) {
    return new LakeException(ExitCode.BAD_PLACE, message);
  }

  private static Identity identity(HttpURLConnection connection, long length) {
    String etag = connection.getHeaderField("ETag");
    boolean strong = etag != null && etag.startsWith("\"");
    boolean asStored =
        header(connection, "x-goog-stored-content-encoding", "identity").equals("identity");
    return Identity.of(
        strong ? etag : connection.getHeaderField("Last-Modified"),
        length,
        asStored ? hash(connection) : null);
  }

  /** May come as one header or as several. */
  private static @Nullable String hash(HttpURLConnection connection) {
    return connection.getHeaderFields().entrySet().stream()
        .filter(header -> "x-goog-hash".equalsIgnoreCase(header.getKey()))
        .flatMap(header -> header.getValue().stream())
        .reduce((one, other) -> one + "," + other)
        .orElse(null);
  }

  private static String header(HttpURLConnection connection, String name, String otherwise) {
    String value = connection.getHeaderField(name);
    return value == null ? otherwise : value.trim();
  }

  Identity identity() {
    return identity;
  }

  /**
   * Whether it is of a known body, or of the rest of it. A rest is sent on the condition that the
   * body is the same, and need not repeat Last-Modified (RFC 9110, 15.3.7).
   */
  boolean isOf(Identity known) {
    boolean untold = offset > 0 && identity.validator() == null;
    return untold ? identity.length() == known.length() : identity.isSameAs(known);
  }

  /** Where in the body its first byte lies: as asked, or 0 of a server without ranges. */
  long offset() {
    return offset;
  }

  /** Whether it is a page for people, such as one to sign in. */
  boolean isPage() {
    return PAGE.matcher(header(connection, "Content-Type", "")).matches();
  }

  int read(byte[] target, int offset, int length) throws IOException {
    return in.read(target, offset, length);
  }

  @Override
  public void close() {
    // To close the stream would read what is left of a small body.
    connection.disconnect();
  }
}
