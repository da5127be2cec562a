package io.lakebeam.events;

import io.lakebeam.sample.SplitMix64;

/**
 * The sessions of a sample, by number, in order of their start. Every {@value #SESSIONS} of them
 * have {@value #EVENTS} events together, dealt out by chance, so that the number of an event is
 * known without the events before it.
 */
final class SampleSessions {
  private static final int[] LENGTHS = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 6, 8, 11, 17, 33};
  private static final int SESSIONS = 16;
  private static final int EVENTS = 100;
  private static final int SECONDS_PER_HOUR = 3600;
  private static final int HOURS_PER_DAY = 24;

  /** 33 events with pauses of at most 20 minutes. */
  private static final int LONGEST_SECONDS = 11 * SECONDS_PER_HOUR;

  /** Thousandths of a day's sessions by hour, UTC; shoppers are most active in the afternoon. */
  private static final int[] ACTIVITY = {
    22, 18, 18, 24, 34, 44, 50, 54, 54, 54, 52, 52, 52, 54, 58, 62, 62, 58, 50, 40, 32, 24, 18, 14
  };

  private static final int PART_BITS = 20;
  private static final int THOUSANDTHS = 1000;
  private static final int LENGTHS_STREAM = 10;
  private static final int SESSION_STREAM = 11;

  private final long count;
  private final long seed;
  private final int days;
  private final SampleShop shop;

  SampleSessions(long rows, long seed, int days) {
    this.count = (rows + EVENTS - 1) / EVENTS * SESSIONS;
    this.seed = seed;
    this.days = days;
    this.shop = new SampleShop(rows, seed);
  }

  /** How many there are; the last of them may lie behind the last row. */
  long count() {
    return count;
  }

  /** The first session that can have an event at a second or after it. */
  long firstThatMayReach(long second) {
    long low = 0;
    long high = count;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (start(middle) + LONGEST_SECONDS < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** When a session starts, in seconds since the sample's beginning. */
  long start(long session) {
    long place = ((session * days) << PART_BITS) / count;
    long part = (place & ((1 << PART_BITS) - 1)) * THOUSANDTHS;
    int hour = 0;
    while (part >= (long) ACTIVITY[hour] << PART_BITS) {
      part -= (long) ACTIVITY[hour++] << PART_BITS;
    }
    long ofHour = part * SECONDS_PER_HOUR / ((long) ACTIVITY[hour] << PART_BITS);
    return ((place >> PART_BITS) * HOURS_PER_DAY + hour) * SECONDS_PER_HOUR + ofHour;
  }

  /** A session at its first event. */
  SampleSession open(long session) {
    long block = session / SESSIONS;
    int turn = (int) SplitMix64.hash(SplitMix64.hash(seed, LENGTHS_STREAM), block);
    long row = block * EVENTS;
    int place = (int) (session % SESSIONS);
    for (int i = 0; i < place; i++) {
      row += length(i, turn);
    }
    SplitMix64 random = new SplitMix64(state(session));
    long lastSecond = (long) days * HOURS_PER_DAY * SECONDS_PER_HOUR - 1;
    return new SampleSession(
        shop, random, start(session), lastSecond, row, length(place, turn), id(session, random));
  }

  private static int length(int place, int turn) {
    return LENGTHS[(place ^ turn) & (SESSIONS - 1)];
  }

  /** Now and then the id of the session before it, which is mostly another user's. */
  private long id(long session, SplitMix64 random) {
    boolean same = session > 0 && random.below(64) == 0;
    return SplitMix64.hash(state(same ? session - 1 : session), 0);
  }

  private long state(long session) {
    return SplitMix64.hash(SplitMix64.hash(seed, SESSION_STREAM), session);
  }
}
