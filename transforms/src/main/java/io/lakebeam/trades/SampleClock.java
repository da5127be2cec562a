package io.lakebeam.trades;

import io.lakebeam.sample.SplitMix64;

/**
 * When the deals of the sample are executed: spread over its days in equal numbers, over a day by
 * the hour's activity, in order.
 */
final class SampleClock {
  private static final int ROWS_PER_DAY = 2000;
  private static final int MOST_DAYS = 365;
  private static final long MICROS_PER_DAY = 86_400_000_000L;
  private static final long MICROS_PER_HOUR = 3_600_000_000L;

  /** Thousandths of a day's deals by hour of execution, UTC. */
  private static final int[] ACTIVITY = {
    18, 16, 16, 18, 22, 32, 42, 50, 54, 54, 52, 52, 52, 52, 58, 64, 60, 58, 56, 50, 42, 34, 28, 20
  };

  private static final int THOUSANDTHS = 1000;

  /** How finely a thousandth is divided. */
  private static final int PART_BITS = 20;

  private final long deals;
  private final int days;

  SampleClock(long rows, long deals) {
    this.deals = deals;
    this.days = (int) Math.max(1, Math.min(rows / ROWS_PER_DAY, MOST_DAYS));
  }

  /** How many days have deals. */
  int days() {
    return days;
  }

  /** When a deal is executed, in microseconds since the start of the first day. */
  long executionMicros(long deal, SplitMix64 random) {
    long day = deal * days / deals;
    long firstOfDay = firstOf(day);
    long ofDay = firstOf(day + 1) - firstOfDay;
    long place = ((deal - firstOfDay) << PART_BITS) + random.below(1 << PART_BITS);
    long part = place * THOUSANDTHS / ofDay;
    int hour = 0;
    while (part >= (long) ACTIVITY[hour] << PART_BITS) {
      part -= (long) ACTIVITY[hour++] << PART_BITS;
    }
    return day * MICROS_PER_DAY
        + hour * MICROS_PER_HOUR
        + part * MICROS_PER_HOUR / ((long) ACTIVITY[hour] << PART_BITS);
  }

  private long firstOf(long day) {
    return (day * deals + days - 1) / days;
  }
}
