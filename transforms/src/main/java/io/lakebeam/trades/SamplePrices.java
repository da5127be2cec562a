package io.lakebeam.trades;

import io.lakebeam.sample.SplitMix64;

/**
 * Prices of the sample, in cents: a level for every product, made of season, hour, weekday, wind
 * and sun, and deals around it. On sunny and windy days it falls below zero. About one deal in
 * 2,000 is a true anomaly far off the level: one in {@value #DEALS_PER_SPIKE} of those in hourly
 * products of the two largest areas (half of all), which are traded often enough to tell.
 */
final class SamplePrices {
  private static final int DEALS_PER_SPIKE = 1000;
  private static final int DAYS_PER_YEAR = 365;
  private static final int MINUTES_PER_DAY = 1440;

  /** Cents at the start of each month; the year closes. */
  private static final int[] SEASON = {
    11800, 12800, 11200, 10100, 8400, 9000, 8100, 9000, 10000, 9200, 9100, 8000, 11800
  };

  /** Percent of the season's level by hour of delivery. */
  private static final int[] HOURS = {
    84, 78, 74, 72, 74, 82, 98, 114, 118, 108, 99, 93, 89, 85, 87, 94, 104, 119, 131, 132, 120, 108,
    99, 90
  };

  /** Percent of the season's level that a clear summer sky takes off, by hour. */
  private static final int[] SUN = {
    0, 0, 0, 0, 0, 0, 2, 8, 20, 36, 52, 64, 70, 72, 66, 52, 34, 16, 6, 1, 0, 0, 0, 0
  };

  /** Percent of that sun by month, by which no panel would notice the December days. */
  private static final int[] SUMMER = {8, 18, 42, 72, 95, 100, 100, 92, 66, 34, 12, 6};

  /** Percent by area, as in {@link SampleMarket#AREAS}. */
  private static final int[] AREA_LEVELS = {100, 103, 101, 105, 102, 109, 112, 94};

  private static final int WIND = 1;
  private static final int CLOUDS = 2;
  private static final int PRODUCTS = 3;

  private final long windSeed;
  private final long cloudSeed;
  private final long productSeed;

  SamplePrices(long seed) {
    windSeed = SplitMix64.hash(seed, WIND);
    cloudSeed = SplitMix64.hash(seed, CLOUDS);
    productSeed = SplitMix64.hash(seed, PRODUCTS);
  }

  /** Draws the price of a deal whose delivery and areas are drawn. */
  void draw(SplitMix64 random, SampleDeal into) {
    long level = level(into.kind, into.startMinute, into.sellArea);
    // Three even draws added: bell-shaped, within 12 EUR of the level.
    long cents = level + random.below(801) + random.below(801) + random.below(801) - 1200;
    boolean tradedOften = into.kind == 0 && into.sellArea < 2;
    if (random.below(DEALS_PER_SPIKE) == 0 && tradedOften) {
      long far = 30_000 + 5 * Math.abs(level) + random.below(150_000);
      cents = random.below(4) == 0 ? level - far / 2 : level + far;
    }
    boolean fine = random.below(64) == 0;
    into.priceScale = fine ? 3 : 2;
    into.price = fine ? cents * 10 + random.below(10) : cents;
  }

  /** What the product is worth, in cents. */
  private long level(int kind, int startMinute, int area) {
    int day = startMinute / MINUTES_PER_DAY;
    int hour = startMinute % MINUTES_PER_DAY / 60;
    int month = day % DAYS_PER_YEAR * 12 / DAYS_PER_YEAR;
    long season = season(day % DAYS_PER_YEAR);
    boolean weekend = day % 7 == 0 || day % 7 == 6; // Day 0, 2023-01-01, is a Sunday.
    long clearSky = bell(cloudSeed, day);
    long percent = HOURS[hour] - (weekend ? 15 : 0) + 80 - 160 * bell(windSeed, day) / 100;
    percent -= SUN[hour] * SUMMER[month] / 100 * clearSky / 60;
    long level = season * percent / 100 * AREA_LEVELS[area] / 100;
    long product = ((long) startMinute * AREA_LEVELS.length + area) * 3 + kind;
    return level + 8 * bell(productSeed, product) - 400 + rampWithinHour(kind, startMinute, hour);
  }

  private static long season(int dayOfYear) {
    int position = dayOfYear * 12;
    int month = position / DAYS_PER_YEAR;
    int part = position % DAYS_PER_YEAR;
    return SEASON[month] + (long) (SEASON[month + 1] - SEASON[month]) * part / DAYS_PER_YEAR;
  }

  /** Short products follow the hour's slope: dear before noon's sun, cheap after it, and back. */
  private static long rampWithinHour(int kind, int startMinute, int hour) {
    int slope = HOURS[(hour + 1) % 24] - HOURS[hour];
    int middle = startMinute % 60 + SampleMarket.KIND_MINUTES[kind] / 2 - 30;
    return (long) slope * middle;
  }

  /** Bell-shaped noise from 0 to 99 that belongs to a point. */
  private static long bell(long seed, long point) {
    long bits = SplitMix64.hash(seed, point);
    long sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF);
    return sum * 100 / (3 * 0x10000);
  }
}
