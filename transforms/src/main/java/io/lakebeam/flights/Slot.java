package io.lakebeam.flights;

import com.google.auto.value.AutoValue;
import io.lakebeam.lake.ExitCode;
import io.lakebeam.lake.LakeException;
import io.lakebeam.lake.Partition;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Two hours, from an even hour of a day in UTC; written {@code 2026-11-20T14}. */
@AutoValue
public abstract class Slot implements Serializable, Comparable<Slot> {
  private static final int HOURS = 2;
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DIRECTORIES =
      Pattern.compile("/date=(\\d{4}-\\d{2}-\\d{2})/hour=(\\d{2})/[^/]*$");

  private static Slot of(LocalDateTime start) {
    return new AutoValue_Slot(start.toLocalDate(), start.getHour());
  }

  /** The slot of a moment. */
  public static Slot at(Instant moment) {
    LocalDateTime time = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
    return of(time.withHour(time.getHour() / HOURS * HOURS));
  }

  /**
   * The slot of that name.
   *
   * @throws LakeException {@link ExitCode#BAD_OPTIONS} if it names none
   */
  public static Slot parse(String text) {
    return tryParse(text)
        .orElseThrow(
            () ->
                new LakeException(
                    ExitCode.BAD_OPTIONS,
                    "--slot="
                        + text
                        + " is not valid: it must be a day and an even hour in UTC, such as"
                        + " 2026-11-20T14"));
  }

  private static Optional<Slot> tryParse(String text) {
    try {
      Slot slot = of(LocalDateTime.parse(text, FORM));
      return slot.hour() % HOURS == 0 ? Optional.of(slot) : Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The slot of a file, by the directories that it lies in. */
  public static Optional<Slot> ofPath(String path) {
    Matcher directories = DIRECTORIES.matcher(path);
    return directories.find()
        ? tryParse(directories.group(1) + "T" + directories.group(2))
        : Optional.empty();
  }

  public abstract LocalDate date();

  public abstract int hour();

  /** The slot that begins so many slots later. */
  public Slot plus(int slots) {
    return of(date().atTime(hour(), 0).plusHours((long) HOURS * slots));
  }

  public Instant start() {
    return date().atTime(hour(), 0).toInstant(ZoneOffset.UTC);
  }

  /** The hour as its directory names it, two digits. */
  String hourText() {
    return String.format(Locale.ROOT, "%02d", hour());
  }

  /** The values of the partition columns date and hour. */
  List<@Nullable Object> partition() {
    return List.of(date().toEpochDay(), hourText());
  }

  /** Its directories, with a slash at the end. */
  public String directory() {
    return Partition.directory("date", date().toString())
        + "/"
        + Partition.directory("hour", hourText())
        + "/";
  }

  @Override
  public int compareTo(Slot other) {
    return start().compareTo(other.start());
  }

  @Override
  public final String toString() {
    return date() + "T" + hourText();
  }
}
