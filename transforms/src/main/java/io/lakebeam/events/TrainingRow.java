package io.lakebeam.events;

import com.google.auto.value.AutoValue;
import java.time.DayOfWeek;
import org.jspecify.annotations.Nullable;

/**
 * One row of the training base: a user, a session of theirs, and a product in it. Times are
 * microseconds since the epoch, the price millionths.
 */
@AutoValue
public abstract class TrainingRow {
  private static final long MICROS_PER_SECOND = 1_000_000;
  private static final long MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
  private static final int MINUTES_PER_HOUR = 60;
  private static final int HOURS_PER_DAY = 24;
  private static final long MICROS_PER_DAY = HOURS_PER_DAY * MINUTES_PER_HOUR * MICROS_PER_MINUTE;

  /** 1970-01-01 was a Thursday; counted from Sunday. */
  private static final int FIRST_DAY = DayOfWeek.THURSDAY.getValue();

  static TrainingRow of(
      Visit visit,
      long previousSessions,
      long previousProductViews,
      @Nullable String split,
      String range) {
    return new AutoValue_TrainingRow(visit, previousSessions, previousProductViews, split, range);
  }

  abstract Visit visit();

  public abstract long getPreviousSessions();

  public abstract long getPreviousProductViews();

  public abstract @Nullable String getSplit();

  /** The name of the range that was looked at. */
  public abstract String getRange();

  /** The part of the category code before its first dot. */
  public @Nullable String getCategory() {
    String code = visit().categoryCode();
    int dot = code == null ? -1 : code.indexOf('.');
    return code == null || dot < 0 ? code : code.substring(0, dot);
  }

  /** The part of the category code behind its first dot. */
  public @Nullable String getSubCategory() {
    String code = visit().categoryCode();
    int dot = code == null ? -1 : code.indexOf('.');
    return code == null || dot < 0 ? null : code.substring(dot + 1);
  }

  /** Whole seconds from the session's first to its last event. */
  public long getDuration() {
    return (visit().endMicros() - visit().startMicros()) / MICROS_PER_SECOND;
  }

  public int getStartHour() {
    return (int) (Math.floorMod(visit().startMicros(), MICROS_PER_DAY) / MICROS_PER_MINUTE)
        / MINUTES_PER_HOUR;
  }

  public int getStartMinute() {
    return (int) (Math.floorMod(visit().startMicros(), MICROS_PER_DAY) / MICROS_PER_MINUTE)
        % MINUTES_PER_HOUR;
  }

  /** 1 = Sunday to 7 = Saturday. */
  public int getStartDayOfWeek() {
    long day = Math.floorDiv(visit().startMicros(), MICROS_PER_DAY);
    return (int) Math.floorMod(day + FIRST_DAY, (long) DayOfWeek.values().length) + 1;
  }

  public long getPreviousAndCurrentProductViews() {
    return getPreviousProductViews() + visit().views();
  }
}
