package io.lakebeam.pipelines;

import io.lakebeam.pile.download.Transfer;
import java.util.Locale;

/** How far a download is: bytes, their rate and the time that is left. */
final class DownloadProgress implements Progress.Line {
  private static final double MB = 1e6;

  private final Transfer transfer;

  DownloadProgress(Transfer transfer) {
    this.transfer = transfer;
  }

  /**
   * For example {@code 1,234.5 of 20,480.0 MB, 35.2 MB/s, 0:35, 9:07 left}; the rate is the
   * network's alone, since its first byte.
   */
  @Override
  public String line(long seconds) {
    long here = transfer.position();
    double rate = transfer.bytesPerSecond();
    if (transfer.length() < 0) {
      return String.format(
          Locale.ROOT, "%,.1f MB, %,.1f MB/s, %s", here / MB, rate / MB, time(seconds));
    }
    long left = transfer.length() - here;
    String line =
        String.format(
            Locale.ROOT,
            "%,.1f of %,.1f MB, %,.1f MB/s, %s",
            here / MB,
            transfer.length() / MB,
            rate / MB,
            time(seconds));
    return rate == 0 ? line : line + ", " + time((long) Math.ceil(left / rate)) + " left";
  }

  private static String time(long seconds) {
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
