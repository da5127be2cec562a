package io.lakebeam.pile.download;

import com.google.auto.value.AutoValue;
import java.time.Duration;

/** How patient a download is, and how much of it a cut can cost. */
@AutoValue
public abstract class DownloadLimits {
  /** What the command line uses: about two minutes of attempts, pieces of 32 MiB. */
  public static final DownloadLimits USUAL =
      of(8, Duration.ofSeconds(1), Duration.ofSeconds(60), 32 << 20);

  /**
   * @param maxAttempts without a single new byte, after which the run gives up
   * @param firstDelay before the second attempt; it doubles with every further one
   * @param longestSilence how long a connection may take, and how long no byte may come
   * @param pieceBytes how much is kept in memory and stored at once
   */
  public static DownloadLimits of(
      int maxAttempts, Duration firstDelay, Duration longestSilence, int pieceBytes) {
    return new AutoValue_DownloadLimits(maxAttempts, firstDelay, longestSilence, pieceBytes);
  }

  abstract int maxAttempts();

  abstract Duration firstDelay();

  abstract Duration longestSilence();

  abstract int pieceBytes();
}
