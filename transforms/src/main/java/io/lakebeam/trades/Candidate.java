package io.lakebeam.trades;

import io.lakebeam.write.Reject;
import io.lakebeam.write.Tally;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What travels through a deduplication: a trade and how many of its copies it stands for; or a
 * reject; or what a range of a file counted. One collection of all three: a second one would make
 * SparkRunner hold every element of both.
 */
final class Candidate implements Serializable {
  private static final long serialVersionUID = 1;

  private final @Nullable Trade trade;
  private final long copies;
  private final @Nullable Reject reject;
  private final @Nullable Tally tally;

  private Candidate(
      @Nullable Trade trade, long copies, @Nullable Reject reject, @Nullable Tally tally) {
    this.trade = trade;
    this.copies = copies;
    this.reject = reject;
    this.tally = tally;
  }

  static Candidate of(Trade trade, long copies) {
    return new Candidate(trade, copies, null, null);
  }

  static Candidate of(Reject reject) {
    return new Candidate(null, 0, reject, null);
  }

  static Candidate of(Tally tally) {
    return new Candidate(null, 0, null, tally);
  }

  @Nullable Trade trade() {
    return trade;
  }

  long copies() {
    return copies;
  }

  @Nullable Reject reject() {
    return reject;
  }

  @Nullable Tally tally() {
    return tally;
  }
}
