package io.lakebeam.read;

import java.util.Arrays;

/**
 * ISO 8601 timestamps with an offset, as microseconds since the epoch: {@code
 * 2023-01-01T10:00:00.392Z}, {@code 2023-01-01T11:00:00+01:00}. Four digits of year, seconds and
 * offset required, up to six digits of fraction, a day that exists, no leap second, offsets to
 * ±18:00.
 */
public final class IsoTimestamps {
  private static final int SHORTEST = "2023-01-01T10:00:00".length();
  private static final int MOST_FRACTION_DIGITS = 6;
  private static final int LARGEST_OFFSET_MINUTES = 18 * 60;
  private static final int DAYS_FROM_YEAR_0_TO_1970 = 719_528;
  private static final int[] DAYS_BEFORE_MONTH = {
    0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334
  };
  private static final int[] DAYS_IN_MONTH = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  /** Less than every valid part of a timestamp, so that the check of its range refuses it too. */
  private static final int NOT_DIGITS = -10_000;

  private static final byte[] UTC = {' ', 'U', 'T', 'C'};

  private static final long NOT_AN_OFFSET = Long.MIN_VALUE;

  /** The years 0001 to 9999 in UTC: beyond them other readers of the tables fail. */
  private static final long FIRST_SECOND = -62_135_596_800L;

  private static final long LAST_SECOND = 253_402_300_799L;

  private IsoTimestamps() {}

  /** The microseconds since the epoch that the ASCII text {@code bytes[from, to)} says. */
  public static long parse(byte[] bytes, int from, int to) throws BadValue {
    return parse(bytes, from, to, false);
  }

  /**
   * The same, but a space may stand for the {@code T}, {@code UTC} for the {@code Z}, and a time
   * without an offset is UTC: {@code 2019-10-01 00:00:00 UTC}.
   */
  public static long parseUtc(byte[] bytes, int from, int to) throws BadValue {
    return parse(bytes, from, to, true);
  }

  private static long parse(byte[] bytes, int from, int to, boolean lenient) throws BadValue {
    if (to - from < SHORTEST || !hasSeparators(bytes, from, lenient)) {
      throw malformed(bytes, from, to, lenient);
    }
    int year = pair(bytes, from) * 100 + pair(bytes, from + 2);
    int month = pair(bytes, from + 5);
    int day = pair(bytes, from + 8);
    int hour = pair(bytes, from + 11);
    int minute = pair(bytes, from + 14);
    int second = pair(bytes, from + 17);
    if (!isDay(year, month, day) || !isTime(hour, minute, second)) {
      throw malformed(bytes, from, to, lenient);
    }
    int at = from + 19;
    int micros = 0;
    if (at < to && bytes[at] == '.') {
      int fraction = at + 1;
      at = fraction;
      while (at < to && bytes[at] >= '0' && bytes[at] <= '9' && at - fraction <= 6) {
        micros = micros * 10 + bytes[at] - '0';
        at++;
      }
      int digits = at - fraction;
      if (digits < 1 || digits > MOST_FRACTION_DIGITS) {
        throw malformed(bytes, from, to, lenient);
      }
      for (int i = digits; i < MOST_FRACTION_DIGITS; i++) {
        micros *= 10;
      }
    }
    long offset = lenient && isUtc(bytes, at, to) ? 0 : offsetSeconds(bytes, at, to);
    if (offset == NOT_AN_OFFSET) {
      throw malformed(bytes, from, to, lenient);
    }
    long seconds = epochDay(year, month, day) * 86_400L + hour * 3_600 + minute * 60 + second;
    long utc = seconds - offset;
    if (utc < FIRST_SECOND || utc > LAST_SECOND) {
      throw malformed(bytes, from, to, lenient);
    }
    return utc * 1_000_000 + micros;
  }

  private static boolean hasSeparators(byte[] bytes, int from, boolean lenient) {
    return bytes[from + 4] == '-'
        && bytes[from + 7] == '-'
        && (bytes[from + 10] == 'T' || lenient && bytes[from + 10] == ' ')
        && bytes[from + 13] == ':'
        && bytes[from + 16] == ':';
  }

  /** The number that two digits say. */
  private static int pair(byte[] bytes, int at) {
    int tens = bytes[at] - '0';
    int ones = bytes[at + 1] - '0';
    // The sign of the union is set if any of the four differences is negative.
    return (tens | ones | (9 - tens) | (9 - ones)) < 0 ? NOT_DIGITS : tens * 10 + ones;
  }

  private static boolean isDay(int year, int month, int day) {
    if (year < 0 || month < 1 || month > 12 || day < 1) {
      return false;
    }
    return day <= DAYS_IN_MONTH[month] || (month == 2 && day == 29 && isLeap(year));
  }

  private static boolean isTime(int hour, int minute, int second) {
    return hour >= 0 && hour <= 23 && minute >= 0 && minute <= 59 && second >= 0 && second <= 59;
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static long epochDay(int year, int month, int day) {
    // Years 0 to year - 1 that are multiples of 4, of 100 and of 400.
    int leapDays = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    int leapDayThisYear = month > 2 && isLeap(year) ? 1 : 0;
    return 365L * year
        + leapDays
        + DAYS_BEFORE_MONTH[month]
        + leapDayThisYear
        + day
        - 1
        - DAYS_FROM_YEAR_0_TO_1970;
  }

  /** Nothing, or {@code UTC}, up to the end of the text. */
  private static boolean isUtc(byte[] bytes, int at, int to) {
    return at == to || Arrays.equals(bytes, at, to, UTC, 0, UTC.length);
  }

  /** {@code Z} or {@code ±hh:mm}, up to the end of the text. */
  private static long offsetSeconds(byte[] bytes, int at, int to) {
    if (to - at == 1 && bytes[at] == 'Z') {
      return 0;
    }
    if (to - at != 6 || bytes[at + 3] != ':' || (bytes[at] != '+' && bytes[at] != '-')) {
      return NOT_AN_OFFSET;
    }
    int hours = pair(bytes, at + 1);
    int minutes = pair(bytes, at + 4);
    int all = hours * 60 + minutes;
    if (hours < 0 || minutes < 0 || minutes > 59 || all > LARGEST_OFFSET_MINUTES) {
      return NOT_AN_OFFSET;
    }
    return bytes[at] == '-' ? -60L * all : 60L * all;
  }

  private static BadValue malformed(byte[] bytes, int from, int to, boolean lenient) {
    return BadValue.malformed(
        "malformed_timestamp",
        bytes,
        from,
        to,
        lenient
            ? "a time such as 2019-10-01 00:00:00 UTC, with seconds"
            : "a time such as 2023-01-01T10:00:00Z, with seconds and offset");
  }
}
