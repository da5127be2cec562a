package io.lakebeam.write;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;

/**
 * Shows a bundle's tally as runner metrics while it grows, for a person who waits: {@code read} and
 * {@code rejected} in the namespace {@value #NAMESPACE}. They count attempts, so nothing else may
 * rest on them.
 */
public final class TallyMetrics {
  public static final String NAMESPACE = "lakebeam";
  public static final String READ = "read";
  public static final String REJECTED = "rejected";

  private final Counter read = Metrics.counter(NAMESPACE, READ);
  private final Counter rejected = Metrics.counter(NAMESPACE, REJECTED);
  private long reportedRead;
  private long reportedRejected;

  /** Adds what was counted since the last report. */
  public void report(Tally tally) {
    read.inc(tally.read() - reportedRead);
    rejected.inc(tally.rejected() - reportedRejected);
    reportedRead = tally.read();
    reportedRejected = tally.rejected();
  }
}
