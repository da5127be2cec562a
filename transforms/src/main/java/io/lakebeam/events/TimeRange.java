package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.read.BadValue;
import io.lakebeam.read.IsoTimestamps;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The events that are looked at: from a first to a last microsecond, both included. */
@AutoValue
public abstract class TimeRange implements Serializable {
  private static final int MICROS_PER_SECOND = 1_000_000;
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  /**
   * The range between two times such as {@code 2019-10-01 00:00:00} or ISO 8601, UTC unless they
   * say otherwise.
   *
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} if one is no time, or the start is not
   *     before the end
   */
  public static TimeRange parse(String start, String end) {
    TimeRange range = new AutoValue_TimeRange(micros("start", start), micros("end", end));
    if (range.startMicros() >= range.endMicros()) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS, "--start=" + start + " must be before --end=" + end);
    }
    return range;
  }

  private static long micros(String option, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return IsoTimestamps.parseUtc(bytes, 0, bytes.length);
    } catch (BadValue e) {
      throw new LakeException(
          ExitCode.BAD_OPTIONS,
          "--" + option + "=" + text + " must be a time such as \"2019-10-01 00:00:00\", UTC",
          e);
    }
  }

  /** Microseconds since the epoch. */
  public abstract long startMicros();

  /** The last microsecond, since the epoch. */
  public abstract long endMicros();

  boolean contains(long micros) {
    return micros >= startMicros() && micros <= endMicros();
  }

  Instant start() {
    return instant(startMicros());
  }

  Instant end() {
    return instant(endMicros());
  }

  /** The month, in UTC, of the first microsecond. */
  public YearMonth firstMonth() {
    return YearMonth.from(start().atOffset(ZoneOffset.UTC));
  }

  /** The month, in UTC, of the last microsecond. */
  public YearMonth lastMonth() {
    return YearMonth.from(end().atOffset(ZoneOffset.UTC));
  }

  /** As partitions are named: {@code 20191020T000000Z-20191105T230000Z}. */
  public String name() {
    return name(startMicros()) + "-" + name(endMicros());
  }

  private static String name(long micros) {
    int fraction = (int) Math.floorMod(micros, (long) MICROS_PER_SECOND);
    String seconds = SECONDS.format(instant(micros));
    return fraction == 0
        ? seconds + "Z"
        : String.format(Locale.ROOT, "%s.%06dZ", seconds, fraction);
  }

  /** The moment so many microseconds after the epoch. */
  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
