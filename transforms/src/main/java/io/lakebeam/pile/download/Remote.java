package io.lakebeam.pile.download;

import dev.failsafe.RetryPolicy;
import io.lakebeam.http.Attempts;
import io.lakebeam.http.RetryAfter;
import io.lakebeam.http.Unavailable;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of Kaggle, behind redirects to a storage whose addresses are secrets of their own: only
 * Kaggle's address is ever shown. It is asked by HttpURLConnection, which knows a time limit for
 * every read; that of java.net.http ends with the headers.
 */
public final class Remote {
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);
  private static final int OUT_OF_RANGE = 416;

  private final KaggleFile file;
  private final URI address;
  private final DownloadLimits limits;
  private final Redirects redirects;
  private final String credentials;
  private final RetryAfter retryAfter;

  /**
   * @param base of Kaggle, without a slash at its end
   * @param clock for a Retry-After that is a date
   */
  public Remote(
      KaggleFile file, String base, Credentials credentials, DownloadLimits limits, Clock clock) {
    this.file = file;
    this.address = file.address(base);
    this.limits = limits;
    this.redirects = new Redirects(address, credentials, limits.longestSilence());
    this.credentials = credentials.source();
    this.retryAfter = new RetryAfter(clock);
  }

  KaggleFile file() {
    return file;
  }

  /** As it may be shown. */
  public String address() {
    return address.toString();
  }

  DownloadLimits limits() {
    return limits;
  }

  /** How often it is asked. */
  <T> RetryPolicy<T> attempts() {
    return Attempts.policy(limits.maxAttempts(), limits.firstDelay());
  }

  /**
   * Asks for the body from a byte on.
   *
   * @param known the body whose rest is wanted; if it is another one by now, all of that comes
   * @throws Unavailable if to ask again may help
   * @throws StartOver if the body is shorter than what is known of it
   * @throws LakeException {@link ExitCode#BAD_PLACE} if to ask again is of no use
   */
  Answer open(long offset, @Nullable Identity known) {
    try {
      HttpURLConnection answer = redirects.follow(offset, known);
      int status = answer.getResponseCode();
      if (status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_PARTIAL) {
        return whole(Answer.of(answer, address(), offset));
      }
      answer.disconnect();
      throw failure(answer, status);
    } catch (IOException e) {
      throw new Unavailable(shown(e), e);
    }
  }

  /** As it may be shown: without the address, which some messages hold. */
  static String shown(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.contains("://")
        ? failure.getClass().getSimpleName()
        : message;
  }

  private Answer whole(Answer answer) {
    String name = file.file();
    if (answer.isPage() && (name == null || !name.matches("(?i).*\\.html?"))) {
      answer.close();
      throw refused(
          "answers with a web page instead of the file; check --dataset, --file and the credentials"
              + " (tried: "
              + credentials
              + ")");
    }
    return answer;
  }

  private RuntimeException failure(HttpURLConnection answer, int status) throws IOException {
    boolean ours = redirects.isOrigin(answer);
    if (status == OUT_OF_RANGE) {
      return new StartOver("the file is shorter than what had arrived of it");
    }
    if (status >= 500 || PASSING.contains(status)) {
      return new Unavailable("status " + status, askedToWait(answer, status));
    }
    if (status == 404 || status == 410) {
      return refused("is not there (status " + status + "); check --dataset and --file");
    }
    if (status != 401 && status != 403) {
      return refused("answers with status " + status + "; check --kaggleUrl");
    }
    return ours ? denied(status) : new Denied(status);
  }

  private @Nullable Duration askedToWait(HttpURLConnection answer, int status) {
    return retryAfter.of(
        address(), status, name -> Optional.ofNullable(answer.getHeaderField(name)));
  }

  private LakeException denied(int status) {
    return refused(
        "denies access (status "
            + status
            + ") to the credentials of "
            + credentials
            + "; check them, and accept the data set's terms on its page at Kaggle");
  }

  /** What to do about a failure that persists. */
  String advice(Unavailable failure) {
    return failure instanceof Denied
        ? "the credentials of "
            + credentials
            + " were sent only to "
            + address.resolve("/")
            + "; check --kaggleUrl, and accept the data set's terms on its page at Kaggle"
        : "run again to go on from there";
  }

  private LakeException refused(String what) {
    return new LakeException(ExitCode.BAD_PLACE, address + " " + what);
  }
}
