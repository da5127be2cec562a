package io.lakebeam.write;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Shows a bundle's tally as runner metrics while it grows, for a person who waits: {@code read},
 * {@code rejected} and {@code read_ahead} in the namespace {@value #NAMESPACE}. They count
 * attempts, so nothing else may rest on them.
 */
public final class TallyMetrics {
  public static final String NAMESPACE = "lakebeam";
  public static final String READ = "read";
  public static final String REJECTED = "rejected";
  public static final String READ_AHEAD = "read_ahead";

  private final Counter read = Metrics.counter(NAMESPACE, READ);
  private final Counter rejected = Metrics.counter(NAMESPACE, REJECTED);
  private final Counter readAhead = Metrics.counter(NAMESPACE, READ_AHEAD);
  private long reportedRead;
  private long reportedRejected;
  private long reportedReadAhead;

  /**
   * Adds what was counted in this tally since the last report; what earlier steps counted is shown.
   */
  public void report(Tally tally) {
    read.inc(tally.readHere() - reportedRead);
    rejected.inc(tally.rejectedHere() - reportedRejected);
    readAhead.inc(tally.readAheadHere() - reportedReadAhead);
    reportedRead = tally.readHere();
    reportedRejected = tally.rejectedHere();
    reportedReadAhead = tally.readAheadHere();
  }
}
