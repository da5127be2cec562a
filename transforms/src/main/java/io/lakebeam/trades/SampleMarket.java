package io.lakebeam.trades;

import io.lakebeam.sample.SplitMix64;

/**
 * The made-up market behind the sample: draws deals that look like a year of continuous intraday
 * trading. All in integers, so that every machine draws the same.
 *
 * <p>Delivery of a day can be traded from 15:00 of the day before until five minutes before it
 * begins. The nearer the delivery the more deals, and few areas make most of them, so a few
 * products are traded hundreds of times and many hardly ever.
 */
final class SampleMarket {
  static final String[] KINDS = {
    "XBID_Hour_Power", "XBID_Half_Hour_Power", "XBID_Quarter_Hour_Power"
  };
  static final int[] KIND_MINUTES = {60, 30, 15};
  static final String[] AREAS = {"DE", "FR", "NL", "AT", "BE", "CH", "PL", "DK1"};

  private static final int MINUTES_PER_DAY = 1440;
  private static final int OPENING_MINUTE = 15 * 60;
  private static final int LEAD_MINUTES = 5;
  private static final int LAST_HOUR = 60;
  private static final long MICROS_PER_MINUTE = 60_000_000;

  /** Percent of the deals by kind and by area (a power law). */
  private static final int[] KIND_SHARES = {66, 8, 26};

  private static final int[] AREA_SHARES = {54, 20, 9, 6, 4, 3, 2, 2};

  private final SamplePrices prices;

  SampleMarket(long seed) {
    prices = new SamplePrices(seed);
  }

  /**
   * Draws the deal with a number, executed at a time.
   *
   * @param deal counts all deals of the sample, from 0
   * @param executionMicros since the start of the sample
   */
  void draw(long deal, long executionMicros, SplitMix64 random, SampleDeal into) {
    drawNumbers(deal, random, into);
    into.microseconds = random.below(4) == 0;
    into.executionMicros = into.microseconds ? executionMicros : executionMicros / 1000 * 1000;
    into.kind = share(KIND_SHARES, random);
    drawDelivery((int) (executionMicros / MICROS_PER_MINUTE), random, into);
    drawAreas(random, into);
    into.block = into.kind == 0 && random.below(40) == 0;
    int self = random.below(1000);
    into.selfTrade = self < 2 ? 'Y' : self < 50 ? 'N' : 'U';
    prices.draw(random, into);
    drawVolume(random, into);
  }

  private static void drawNumbers(long deal, SplitMix64 random, SampleDeal into) {
    into.tradeId = 1_360_000_000L + 3 * deal + random.below(3);
    into.remoteTradeId = 221_000_000L + 2 * deal + random.below(2);
    long order = 13_550_000_000L + 8 * deal;
    into.sellOrderId = order + random.below(4);
    into.buyOrderId = order + 4 + random.below(4);
  }

  private static void drawDelivery(int minute, SplitMix64 random, SampleDeal into) {
    int period = KIND_MINUTES[into.kind];
    int day = minute / MINUTES_PER_DAY;
    int minuteOfDay = minute % MINUTES_PER_DAY;
    int first = (minuteOfDay + LEAD_MINUTES) / period + 1;
    int days = minuteOfDay < OPENING_MINUTE ? 1 : 2;
    int open = days * (MINUTES_PER_DAY / period) - first;
    // The fifth power of an even draw: a density that falls with the power -4/5 of the distance.
    long u = random.below(1 << 16);
    long cube = (u * u * u) >>> 32;
    int ahead = (int) ((((cube * u * u) >>> 32) * open) >>> 16);
    into.startMinute = day * MINUTES_PER_DAY + (first + ahead) * period;
    into.lastHour = into.startMinute - minute < LAST_HOUR;
  }

  /** Across a border only before the last hour, when the exchange trades within areas alone. */
  private static void drawAreas(SplitMix64 random, SampleDeal into) {
    into.sellArea = share(AREA_SHARES, random);
    boolean abroad = random.below(5) == 0;
    int buyArea = share(AREA_SHARES, random);
    into.buyArea = abroad && !into.lastHour ? buyArea : into.sellArea;
  }

  /** Small lots mostly, up to 51.2 MWh, and a quarter of round ones. */
  private static void drawVolume(SplitMix64 random, SampleDeal into) {
    if (random.below(4) == 0) {
      into.volumeTenths = 50 << random.below(3);
    } else {
      into.volumeTenths = 1 + random.below(1 << (1 + random.below(9)));
    }
  }

  private static int share(int[] percents, SplitMix64 random) {
    int left = random.below(100);
    int i = 0;
    while (left >= percents[i]) {
      left -= percents[i++];
    }
    return i;
  }
}
